package org.sipsleuth.casefile.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.casefile.store.CaseException.Reason;
import org.sipsleuth.casefile.store.CaseFault.Kind;
import org.sipsleuth.casefile.store.LogEntry.Action;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// Rebuilds from the log what each table of a case must contain, and compares.
public final class LogReplay {

    /// What is found.
    ///
    /// @param faults empty if the tables are what the log says
    /// @param entries how many entries the log has
    /// @param lastHash the hash of the last one
    public record Result(List<CaseFault> faults, long entries, String lastHash) {
        public Result {
            faults = List.copyOf(faults);
        }
    }

    private final CaseDatabase database;
    private final RunMonitor monitor;
    private final List<CaseFault> faults = new ArrayList<>();
    private final Set<String> hashes = new HashSet<>();
    private final Map<CaseTable, Map<String, String>> expected = new EnumMap<>(CaseTable.class);
    private LogEntry last = LogEntry.none();
    private long loggedVersion;
    private long entries;

    private LogReplay(CaseDatabase database, RunMonitor monitor) {
        this.database = database;
        this.monitor = monitor;
        for (CaseTable table : CaseTable.values()) {
            expected.put(table, new LinkedHashMap<>());
        }
    }

    /// Compares all of a file, which is only read; a change that was interrupted is undone before.
    ///
    /// @param known a hash of the log that was kept elsewhere
    /// @throws CaseException if it is no case, or of a newer version
    public static Result of(Path file, Optional<String> known) throws IOException {
        return of(file, known, RunMonitor.NONE);
    }

    /// The same.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static Result of(Path file, Optional<String> known, RunMonitor monitor) throws IOException {
        CaseStore.requireFile(file);
        CaseStore.recover(file, Author.READER);
        try (CaseDatabase database = CaseDatabase.open(file, false)) {
            LogReplay replay = new LogReplay(database, monitor);
            try {
                database.execute("BEGIN");
                replay.compare(CaseStore.checkedVersion(file, database), known);
            } catch (CaseException damaged) {
                if (damaged.reason() != Reason.DAMAGED && damaged.reason() != Reason.FAILED) {
                    throw damaged;
                }
                replay.fault(Kind.FILE_DAMAGED, "", String.valueOf(damaged.getMessage()));
            }
            return new Result(replay.faults, replay.last.number(), replay.last.hash());
        }
    }

    private void fault(Kind kind, String place, Object... arguments) {
        faults.add(new CaseFault(kind, place, kind.text(arguments)));
    }

    private void compare(int version, Optional<String> known) throws CaseException {
        faults.addAll(CaseSchema.faults(database, version));
        if (!faults.isEmpty()) {
            return;
        }
        for (String damage : database.texts("PRAGMA integrity_check(10)")) {
            if (!damage.equals("ok")) {
                fault(Kind.FILE_DAMAGED, "", damage);
            }
        }
        entries = database.number("SELECT max(number) FROM log");
        database.readLog(this::take);
        if (loggedVersion != version) {
            fault(Kind.SCHEMA_ALTERED, "user_version", "user_version " + version);
        }
        compareSequence();
        known.filter(hash -> !hashes.contains(hash)).ifPresent(hash -> fault(Kind.HASH_UNKNOWN, "log", hash));
        for (CaseTable table : CaseSchema.tables(version).toList()) {
            compare(table);
        }
    }

    /// SQLite itself counts the entries that were ever written.
    private void compareSequence() throws CaseException {
        List<String> counts = database.texts("SELECT name || ' ' || quote(seq) FROM sqlite_sequence");
        if (!counts.equals(List.of("log " + last.number()))) {
            fault(Kind.LOG_TRUNCATED, "log", last.number(), String.join(", ", counts));
        }
    }

    private void take(LogEntry entry) {
        monitor.throwIfCancelled();
        monitor.progress(new Progress("Verifying the log", entry.number(), entries));
        String place = "log " + entry.number();
        if (entry.number() != last.number() + 1) {
            fault(Kind.ENTRY_MISSING, place, last.number(), entry.number());
        }
        if (!entry.previous().equals(last.hash())) {
            fault(Kind.CHAIN_BROKEN, place, entry.number());
        }
        if (!entry.hash().equals(entry.computedHash())) {
            fault(Kind.ENTRY_ALTERED, place, entry.number());
        }
        hashes.add(entry.hash());
        last = entry;
        try {
            apply(entry);
        } catch (IOException unreadable) {
            fault(Kind.ENTRY_ALTERED, place, entry.number());
        }
    }

    private void apply(LogEntry entry) throws IOException {
        Map<String, Object> content = CanonicalJson.read(entry.content());
        if (entry.action().equals(Action.EVENT.word())) {
            if (content.get("schema") instanceof Long schema) {
                loggedVersion = schema;
            }
            return;
        }
        CaseTable table = CaseTable.named(entry.target()).orElseThrow(() -> new IOException("no such table"));
        Map<String, Object> key = new LinkedHashMap<>();
        for (Column column : table.keys()) {
            key.put(column.name(), Optional.ofNullable(content.get(column.name())).orElse(""));
        }
        Map<String, String> rows = expected.getOrDefault(table, Map.of());
        if (entry.action().equals(Action.PUT.word())) {
            rows.put(CanonicalJson.of(key), entry.content());
        } else if (entry.action().equals(Action.REMOVE.word())) {
            rows.remove(CanonicalJson.of(key));
        } else {
            throw new IOException("no such action");
        }
    }

    private void compare(CaseTable table) throws CaseException {
        Map<String, String> rows = expected.getOrDefault(table, Map.of());
        database.read(table, row -> {
            monitor.throwIfCancelled();
            String key = table.keyJson(row);
            String must = rows.remove(key);
            if (must == null) {
                fault(Kind.ROW_ADDED, place(table, key));
            } else if (!must.equals(table.json(row))) {
                fault(Kind.ROW_ALTERED, place(table, key));
            }
        });
        rows.keySet().forEach(key -> fault(Kind.ROW_REMOVED, place(table, key)));
    }

    private static String place(CaseTable table, String key) {
        return table.sqlName() + " " + key;
    }
}
