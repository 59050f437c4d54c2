package org.sipsleuth.casefile.store;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sipsleuth.casefile.store.LogEntry.Action;

/// What a case ever contained, and who wrote it, by its log.
public final class LoggedRows {

    /// A verdict has another number in each case.
    private static final String NUMBER = "number";

    private final Map<CaseTable, Set<String>> contents = new EnumMap<>(CaseTable.class);
    private final Map<String, TreeSet<String>> analysts = new HashMap<>();

    private LoggedRows() {
        for (CaseTable table : CaseTable.values()) {
            contents.put(table, new HashSet<>());
        }
    }

    /// Reads the log of a case.
    public static LoggedRows of(CaseStore store) throws CaseException {
        LoggedRows logged = new LoggedRows();
        store.readLog(logged::take);
        return logged;
    }

    private void take(LogEntry entry) {
        add(entry.who());
        Optional<CaseTable> table = CaseTable.named(entry.target());
        if (table.isPresent() && entry.action().equals(Action.PUT.word())) {
            try {
                Map<String, Object> content = CanonicalJson.read(entry.content());
                Row row = Row.of(content);
                add(table.get().who(row));
                contents.get(table.get()).add(content(table.get(), row));
            } catch (IOException altered) {
                return; // it does not match any row then
            }
        }
    }

    private void add(String analyst) {
        for (String key : AnalystName.keys(analyst)) {
            analysts.computeIfAbsent(key, _ -> new TreeSet<>()).add(analyst);
        }
    }

    private static String content(CaseTable table, Row row) {
        return table.json(table == CaseTable.VERDICT ? row.without(NUMBER) : row);
    }

    /// Whether the case contains this row, or did once, and replaced or removed it.
    public boolean contains(CaseTable table, Row row) {
        return contents.getOrDefault(table, Set.of()).contains(content(table, row));
    }

    /// The analyst of this case who is called so; if there is none, one whose name differs only in
    /// case, in spaces or in look.
    public Optional<String> analyst(String name) {
        TreeSet<String> alike = new TreeSet<>();
        for (String key : AnalystName.keys(name)) {
            alike.addAll(analysts.getOrDefault(key, new TreeSet<>()));
        }
        return alike.contains(name) ? Optional.of(name) : alike.stream().findFirst();
    }
}
