package org.sipsleuth.casefile.store;

import java.io.Closeable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.casefile.store.CaseException.Reason;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteLimits;
import org.sqlite.SQLiteOpenMode;

/// A connection to the SQLite file of a case. One thread.
///
/// The file has a rollback journal, not a write-ahead log: it is one file when nobody writes, and
/// can be read in folders that cannot be written. `synchronous=EXTRA` is `FULL` that also makes the
/// removal of the journal last; without that a power failure could undo a confirmed change.
final class CaseDatabase implements Closeable {

    static final char AFTER_NAME = '\u0001';

    private static final int BUSY_MILLIS = 5_000;

    /// Of a row without what is attached.
    private static final int LARGEST_ROW_BYTES = 1 << 24;

    /// Does something with the connection.
    private interface Use<T> {
        T with(Connection connection) throws SQLException;
    }

    /// Takes the rows of a table or the entries of the log, one after the other.
    interface Taker<T> {
        void take(T each) throws CaseException;
    }

    private final Path file;
    private final Connection connection;
    private final ReadLimit limit;

    private CaseDatabase(Path file, Connection connection) throws SQLException {
        this.file = file;
        this.connection = connection;
        limit = ReadLimit.of(file, connection);
    }

    /// A database that is nowhere but in memory.
    static CaseDatabase inMemory() throws CaseException {
        return connect(Path.of(":memory:"), "jdbc:sqlite::memory:", new SQLiteConfig());
    }

    /// Opens an existing file.
    ///
    /// @param writes whether it can be changed
    /// @throws CaseException if SQLite would act on a file beside it that SipSleuth did not make
    static CaseDatabase open(Path file, boolean writes) throws CaseException {
        CaseJournal.check(file);
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(!writes);
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setBusyTimeout(BUSY_MILLIS);
        // as a URI, since a name can have any byte in it, and a question mark would end it
        String uri = "file:" + file.toAbsolutePath().toUri().getRawPath();
        return connect(file, "jdbc:sqlite:" + uri, config);
    }

    private static CaseDatabase connect(Path file, String url, SQLiteConfig config) throws CaseException {
        SqliteLibrary.place();
        try {
            CaseDatabase database = new CaseDatabase(file, DriverManager.getConnection(url, config.toProperties()));
            database.limitValues();
            database.execute("PRAGMA synchronous = EXTRA");
            database.execute("PRAGMA trusted_schema = OFF");
            database.execute("PRAGMA cell_size_check = ON");
            return database;
        } catch (SQLException obstacle) {
            throw failure(file, obstacle);
        }
    }

    /// No row is larger than one with an attachment.
    private void limitValues() throws SQLException {
        connection.unwrap(SQLiteConnection.class)
                .setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, CaseSchema.MOST_ATTACHED_BYTES + LARGEST_ROW_BYTES);
    }

    private <T extends @Nullable Object> T use(Use<T> use) throws CaseException {
        limit.begin();
        try {
            return use.with(connection);
        } catch (SQLException failure) {
            throw failure(file, failure);
        }
    }

    private static CaseException failure(Path file, SQLException failure) {
        Reason reason = failure instanceof SQLiteException ours ? reason(ours.getResultCode(), file) : Reason.FAILED;
        boolean isEndless = failure.getErrorCode() == SQLiteErrorCode.SQLITE_INTERRUPT.code;
        return new CaseException(reason, file, failure,
                isEndless ? ReadLimit.EXCEEDED : String.valueOf(failure.getMessage()));
    }

    private static Reason reason(SQLiteErrorCode code, Path file) {
        return switch (code) {
            case SQLITE_FULL -> Reason.DISK_FULL;
            case SQLITE_NOTADB -> Reason.NOT_A_CASE;
            case SQLITE_CORRUPT, SQLITE_CORRUPT_VTAB, SQLITE_INTERRUPT, SQLITE_TOOBIG -> Reason.DAMAGED;
            case SQLITE_READONLY_ROLLBACK, SQLITE_READONLY_RECOVERY ->
                    CaseLock.isPossible(file) ? Reason.BUSY : Reason.UNRECOVERED;
            case SQLITE_READONLY, SQLITE_READONLY_CANTLOCK, SQLITE_READONLY_DBMOVED -> Reason.READ_ONLY;
            case SQLITE_BUSY, SQLITE_BUSY_RECOVERY, SQLITE_BUSY_SNAPSHOT, SQLITE_LOCKED -> Reason.BUSY;
            default -> Reason.FAILED;
        };
    }

    void execute(String sql) throws CaseException {
        use(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    void executeAll(List<String> statements) throws CaseException {
        for (String sql : statements) {
            execute(sql);
        }
    }

    /// The first number that this finds; 0 if it finds none.
    long number(String sql) throws CaseException {
        return use(connection -> {
            try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
                return result.next() ? result.getLong(1) : 0L;
            }
        });
    }

    /// The texts of the first column.
    List<String> texts(String sql) throws CaseException {
        return use(connection -> {
            List<String> texts = new ArrayList<>();
            try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
                while (result.next()) {
                    texts.add(text(result, 1));
                }
            }
            return texts;
        });
    }

    /// Its tables, indexes, triggers and views: type and name, [#AFTER_NAME], and how it is defined.
    Set<String> objects() throws CaseException {
        return new TreeSet<>(texts("SELECT type || ' ' || name || char(%d) || tbl_name || ' ' || coalesce(sql, '')"
                .formatted((int) AFTER_NAME) + " FROM sqlite_schema"));
    }

    /// All of it, as the bytes of a file.
    byte[] bytes() throws CaseException {
        return use(connection -> connection.unwrap(SQLiteConnection.class).serialize("main"));
    }

    /// The version of the schema.
    int version() throws CaseException {
        return (int) number("PRAGMA user_version");
    }

    /// Hands over all rows of a table, in the order of their keys.
    void read(CaseTable table, Taker<Row> taker) throws CaseException {
        int version = version();
        limit.begin();
        try (PreparedStatement select = connection.prepareStatement(table.selectSql(version));
                ResultSet result = select.executeQuery()) {
            while (result.next()) {
                Row row = row(table.columns(version), result);
                limit.take(ReadLimit.ROW_BYTES + row.length());
                taker.take(row);
            }
        } catch (SQLException failure) {
            throw failure(file, failure);
        }
    }

    /// The row that has this key.
    Optional<Row> find(CaseTable table, Row key) throws CaseException {
        int version = version();
        return use(connection -> {
            try (PreparedStatement select = connection.prepareStatement(table.selectOneSql(version))) {
                bind(select, table.keys(), key);
                try (ResultSet result = select.executeQuery()) {
                    return result.next() ? Optional.of(row(table.columns(version), result)) : Optional.empty();
                }
            }
        });
    }

    private static Row row(List<Column> columns, ResultSet result) throws SQLException {
        Row row = Row.EMPTY;
        int index = 1;
        for (Column column : columns) {
            row = with(row, column, result, index);
            index++;
        }
        return row;
    }

    private static Row with(Row row, Column column, ResultSet result, int index) throws SQLException {
        return switch (column.type()) {
            case TEXT -> row.with(column.name(), Optional.ofNullable(result.getString(index)));
            case INTEGER -> {
                long number = result.getLong(index);
                yield result.wasNull() ? row : row.with(column.name(), number);
            }
            case BLOB -> {
                byte[] bytes = result.getBytes(index);
                yield bytes == null ? row : row.with(column.name(), bytes);
            }
        };
    }

    private static void bind(PreparedStatement statement, List<Column> columns, Row row) throws SQLException {
        int index = 1;
        for (Column column : columns) {
            switch (row.values().get(column.name())) {
                case Long number -> statement.setLong(index, number);
                case String text -> statement.setString(index, text);
                case byte[] bytes -> statement.setBytes(index, bytes);
                case null -> statement.setObject(index, null);
                default -> throw new IllegalArgumentException(column.name());
            }
            index++;
        }
    }

    void put(CaseTable table, Row row) throws CaseException {
        int version = version();
        update(table.putSql(version), table.columns(version), row);
    }

    void remove(CaseTable table, Row key) throws CaseException {
        update(table.removeSql(), table.keys(), key);
    }

    private void update(String sql, List<Column> columns, Row row) throws CaseException {
        use(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(statement, columns, row);
                return statement.executeUpdate();
            }
        });
    }

    /// Adds an entry to the log.
    void append(LogEntry entry) throws CaseException {
        use(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("INSERT INTO log (number, at, who, program, action, target,"
                            + " content, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                statement.setLong(1, entry.number());
                List<String> texts = List.of(entry.at(), entry.who(), entry.program(), entry.action(), entry.target(),
                        entry.content(), entry.previous(), entry.hash());
                for (int i = 0; i < texts.size(); i++) {
                    statement.setString(i + 2, texts.get(i));
                }
                return statement.executeUpdate();
            }
        });
    }

    /// Hands over the log, the first entry first.
    void readLog(Taker<LogEntry> taker) throws CaseException {
        readLog("", taker);
    }

    /// The last entry of the log; [LogEntry#none] of an empty one.
    LogEntry last() throws CaseException {
        LogEntry[] last = {LogEntry.none()};
        readLog("WHERE number = (SELECT max(number) FROM log)", entry -> last[0] = entry);
        return last[0];
    }

    private void readLog(String which, Taker<LogEntry> taker) throws CaseException {
        limit.begin();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT number, at, who, program, action, target, content,"
                        + " previous, hash FROM log " + which + " ORDER BY number")) {
            while (result.next()) {
                limit.take(ReadLimit.ROW_BYTES);
                taker.take(new LogEntry(result.getLong(1), text(result, 2), text(result, 3), text(result, 4),
                        text(result, 5), text(result, 6), text(result, 7), text(result, 8), text(result, 9)));
            }
        } catch (SQLException failure) {
            throw failure(file, failure);
        }
    }

    private String text(ResultSet result, int index) throws SQLException {
        String text = result.getString(index);
        if (text == null) {
            return "";
        }
        limit.take(text.length());
        return text;
    }

    @Override
    public void close() throws CaseException {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw failure(file, failure);
        }
    }
}
