package org.sipsleuth.casefile.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.casefile.store.CaseException.Reason;
import org.sipsleuth.file.EvidenceKind;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRefusedException;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.file.PathKind;
import org.sipsleuth.text.FileName;
import org.sipsleuth.text.NewerFormat;

/// An open case, as rows and log entries. One thread.
///
/// One program at a time can change a case; others, and those that cannot write the file or its
/// folder, open it read-only. A change is one transaction: when [#change] returns, all of it is on
/// the disk; when the process dies before, nothing of it is.
public final class CaseStore implements Closeable {

    /// Makes a change.
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        T apply(CaseChange change) throws CaseException;
    }

    /// Takes rows or entries, one after the other.
    @FunctionalInterface
    public interface Taker<T> {
        void take(T each) throws CaseException;
    }

    private final Path file;
    private final CaseDatabase database;
    private final int version;
    private final @Nullable CaseLock lock;
    private final @Nullable CaseException obstacle;
    private final Author author;

    private CaseStore(Path file, CaseDatabase database, int version, @Nullable CaseLock lock,
            @Nullable CaseException obstacle, Author author) {
        this.file = file;
        this.database = database;
        this.version = version;
        this.lock = lock;
        this.obstacle = obstacle;
        this.author = author;
    }

    /// Makes the file of a new case.
    ///
    /// @param first its first change
    /// @throws IOException if a file of this name must stay, or it cannot be written
    public static void create(Path file, OutputRules rules, Author author, Work<?> first) throws IOException {
        OutputFile output = OutputFile.at(file, rules.making(EvidenceKind.CASE));
        try (CaseLock lock = CaseLock.take(file, author)) {
            if (lock == null) {
                throw new CaseException(Reason.IN_USE, file, null, CaseLock.holder(file));
            }
            CaseJournal.requireNone(file);
            create(output, author, first);
        }
    }

    /// The same, into any output.
    public static void create(OutputFile output, Author author, Work<?> first) throws IOException {
        create(output, CaseSchema.VERSION, author, first);
    }

    /// The same in a version of the schema.
    static void create(OutputFile output, int version, Author author, Work<?> first) throws IOException {
        byte[] bytes;
        try (CaseDatabase database = CaseDatabase.inMemory()) {
            database.executeAll(CaseSchema.statements(version));
            CaseChange change = new CaseChange(database, author);
            change.event("created", Map.of("schema", (long) version));
            first.apply(change);
            bytes = database.bytes();
        }
        output.write(out -> out.write(bytes));
    }

    /// Opens a case to change it if that is possible, else read-only. An older one is migrated, and
    /// a copy kept beside it as `NAME.v1`.
    public static CaseStore open(Path file, Author author) throws IOException {
        requireFile(file);
        requireNoWriteAheadLog(file);
        if (!CaseLock.isPossible(file)) {
            return readOnly(file, new CaseException(Reason.READ_ONLY, file, null), author);
        }
        requireCase(file);
        if (hasSeveralNames(file)) {
            return readOnly(file, new CaseException(Reason.SEVERAL_NAMES, file, null), author);
        }
        CaseLock lock;
        try {
            lock = CaseLock.take(file, author);
        } catch (CaseException foreign) {
            return readOnly(file, foreign, author);
        } catch (IOException noLock) {
            return readOnly(file, new CaseException(Reason.READ_ONLY, file, noLock), author);
        }
        if (lock == null) {
            return readOnly(file, new CaseException(Reason.IN_USE, file, null, CaseLock.holder(file)), author);
        }
        CaseStore store = null;
        try {
            store = writable(file, lock, author);
            return store;
        } finally {
            if (store == null) {
                lock.close();
            }
        }
    }

    /// Opens a case read-only. A change that was interrupted is undone before, if the file can be
    /// written.
    public static CaseStore openReadOnly(Path file, Author author) throws IOException {
        requireFile(file);
        recover(file, author);
        return readOnly(file, new CaseException(Reason.READ_ONLY, file, null), author);
    }

    /// Refuses what is no regular file, without opening it.
    static void requireFile(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new CaseException(Reason.NO_FILE, file, null);
        }
        if (!Files.isRegularFile(file)) {
            String what = PathKind.of(file.toRealPath()).predicate();
            throw new CaseException(Reason.NO_REGULAR_FILE, file, null, what);
        }
    }

    /// Looks at the first bytes, before SQLite does: it rolls back what it finds beside a database
    /// of another program, too. Not if this process changes the case: closing the file would
    /// release the locks that SQLite has on it.
    private static void requireCase(Path file) throws IOException {
        if (CaseLock.isOwn(file)) {
            return;
        }
        byte[] header = header(file);
        if (!CaseHeader.isCase(header, header.length)) {
            throw new CaseException(Reason.NOT_A_CASE, file, null);
        }
    }

    private static byte[] header(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(CaseHeader.BYTES);
        } catch (AccessDeniedException denied) {
            throw new CaseException(Reason.UNREADABLE, file, denied);
        }
    }

    /// Refuses a case that another program gave a write-ahead log: SQLite would make its files as
    /// soon as it is read, and they would be refused from then on.
    private static void requireNoWriteAheadLog(Path file) throws IOException {
        if (CaseLock.isOwn(file)) {
            return;
        }
        byte[] header = header(file);
        if (CaseHeader.isCase(header, header.length) && !CaseHeader.hasRollbackJournal(header)) {
            throw new CaseException(Reason.WRITE_AHEAD_LOG, file, null);
        }
    }

    private static boolean hasSeveralNames(Path file) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:nlink") > 1;
    }

    /// Undoes a change that was interrupted, so that the case can be read. While a program has the
    /// case open to change it, and where the file or its folder cannot be written, nothing is done.
    ///
    /// @throws CaseException if files lie beside it that must not be touched
    static void recover(Path file, Author author) throws IOException {
        requireNoWriteAheadLog(file);
        if (!CaseJournal.isHot(file)) {
            return;
        }
        CaseJournal.check(file);
        if (!CaseLock.isPossible(file)) {
            return;
        }
        requireCase(file);
        try (CaseLock lock = CaseLock.take(file, author)) {
            if (lock != null) {
                try (CaseDatabase database = CaseDatabase.open(file, true)) {
                    checkedVersion(file, database);
                }
            }
        }
    }

    private static CaseStore readOnly(Path file, CaseException obstacle, Author author) throws CaseException {
        CaseDatabase database = CaseDatabase.open(file, false);
        boolean isOpen = false;
        try {
            int version = checkedVersion(file, database);
            checkObjects(file, database, version);
            isOpen = true;
            return new CaseStore(file, database, version, null, obstacle, author);
        } finally {
            if (!isOpen) {
                database.close();
            }
        }
    }

    private static CaseStore writable(Path file, CaseLock lock, Author author) throws IOException {
        int version;
        try (CaseDatabase database = CaseDatabase.open(file, true)) {
            version = checkedVersion(file, database);
            checkObjects(file, database, version);
        }
        if (version < CaseSchema.VERSION) {
            keepCopy(file, version);
        }
        CaseDatabase database = CaseDatabase.open(file, true);
        CaseStore store = new CaseStore(file, database, CaseSchema.VERSION, lock, null, author);
        boolean isOpen = false;
        try {
            if (version < CaseSchema.VERSION) {
                store.migrate(version);
            }
            isOpen = true;
            return store;
        } finally {
            if (!isOpen) {
                database.close();
            }
        }
    }

    /// The version of a case that this program reads.
    static int checkedVersion(Path file, CaseDatabase database) throws CaseException {
        if (database.number("PRAGMA application_id") != CaseSchema.APPLICATION_ID) {
            throw new CaseException(Reason.NOT_A_CASE, file, null);
        }
        long version = database.number("PRAGMA user_version");
        if (version > CaseSchema.VERSION) {
            throw new CaseException(Reason.NEWER_VERSION, file, null,
                    NewerFormat.text("case schema", version, CaseSchema.VERSION));
        }
        if (version < 1) {
            throw new CaseException(Reason.NOT_A_CASE, file, null);
        }
        return (int) version;
    }

    private static void checkObjects(Path file, CaseDatabase database, int version) throws CaseException {
        List<CaseFault> faults = CaseSchema.faults(database, version);
        if (!faults.isEmpty()) {
            throw new CaseException(Reason.ALTERED_SCHEMA, file, null, version, faults.getFirst().text());
        }
    }

    /// Nothing has the database open now, so that the copy is whole, and no lock of SQLite is lost
    /// as the file is closed.
    private static void keepCopy(Path file, int version) throws IOException {
        Path copy = FileName.sibling(file, FileName.string(file.getFileName()) + ".v" + version);
        if (PathKind.of(copy) == PathKind.PLAIN_FILE && Files.mismatch(copy, file) == -1) {
            return; // a migration was interrupted
        }
        try {
            OutputFile.at(copy, OutputRules.NEW_FILES).write(out -> copy(file, out));
        } catch (OutputRefusedException exists) {
            throw new CaseException(Reason.COPY_EXISTS, file, exists, FileName.text(copy));
        }
    }

    private static void copy(Path file, OutputStream out) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.transferTo(out);
        }
    }

    private void migrate(int from) throws CaseException {
        change(change -> {
            for (int next = from + 1; next <= CaseSchema.VERSION; next++) {
                database.executeAll(CaseSchema.migration(next));
            }
            change.event("migrated", Map.of("schema", (long) CaseSchema.VERSION));
            return null;
        });
    }

    /// The connection.
    CaseDatabase database() {
        return database;
    }

    /// The file.
    public Path file() {
        return file;
    }

    /// Who changes it.
    public Author author() {
        return author;
    }

    /// Why it cannot be changed; empty if it can.
    public Optional<CaseException> obstacle() {
        return Optional.ofNullable(obstacle);
    }

    /// Changes it, whole or not at all.
    ///
    /// @return what the work returns, once the change is on the disk
    public <T extends @Nullable Object> T change(Work<T> work) throws CaseException {
        if (obstacle != null) {
            throw obstacle;
        }
        CaseJournal.check(file); // it may have been put there since
        database.execute("BEGIN IMMEDIATE");
        boolean isDone = false;
        try {
            T result = work.apply(new CaseChange(database, author));
            database.execute("COMMIT");
            isDone = true;
            return result;
        } finally {
            if (!isDone) {
                rollBack();
            }
        }
    }

    /// Some failures end the transaction themselves.
    private void rollBack() {
        try {
            database.execute("ROLLBACK");
        } catch (CaseException ended) {
            return;
        }
    }

    /// The rows of a table, in the order of their keys.
    public List<Row> rows(CaseTable table) throws CaseException {
        List<Row> rows = new ArrayList<>();
        if (table.since() <= version) {
            database.read(table, rows::add);
        }
        return rows;
    }

    /// The row with this key, if there is one.
    public Optional<Row> find(CaseTable table, Row key) throws CaseException {
        return table.since() <= version ? database.find(table, key) : Optional.empty();
    }

    /// Hands over the log, the first entry first.
    public void readLog(Taker<LogEntry> taker) throws CaseException {
        database.readLog(taker::take);
    }

    /// The hash of the last entry of the log. Who keeps it elsewhere can prove later what the case
    /// contained.
    public String lastHash() throws CaseException {
        return database.last().hash();
    }

    /// The whole file as it is now.
    public byte[] bytes() throws CaseException {
        return database.bytes();
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            database.close();
        }
    }
}
