package org.sipsleuth.casefile.store;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.sipsleuth.casefile.store.LogEntry.Action;

/// What a case ever contained, who wrote it, and which other cases it came from, by its log.
public final class LoggedRows {

    /// The event of a merge; the rows that it brought follow it, as a part of the same change.
    public static final String MERGED = "merged";

    /// In the facts of a merge, the last hash of the log of the other case.
    public static final String HASH = "hash";

    /// A verdict has another number in each case.
    private static final String NUMBER = "number";

    private final Map<CaseTable, Set<String>> contents = new EnumMap<>(CaseTable.class);
    private final AnalystNames analysts = new AnalystNames();
    private final Set<String> writers = new HashSet<>();
    private final Map<String, String> sources = new HashMap<>();
    private Optional<LogEntry> merge = Optional.empty();

    private LoggedRows() {}

    /// Reads the log of a case. Who has it open is one of its analysts.
    public static LoggedRows of(CaseStore store) throws CaseException {
        LoggedRows logged = new LoggedRows();
        store.readLog(logged::take);
        logged.addWriter(store.author().name());
        return logged;
    }

    private void take(LogEntry entry) {
        addWriter(entry.who());
        if (entry.action().equals(Action.EVENT.word())) {
            merge = Optional.of(entry).filter(event -> event.target().equals(MERGED));
            return;
        }
        Optional<CaseTable> table = CaseTable.named(entry.target());
        if (table.isPresent() && entry.action().equals(Action.PUT.word())) {
            try {
                Row row = Row.of(CanonicalJson.read(entry.content()));
                String who = table.get().who(row);
                analysts.add(who);
                if (!who.equals(entry.who())) {
                    addSource(who, entry);
                }
                contents.computeIfAbsent(table.get(), _ -> new HashSet<>()).add(content(table.get(), row));
            } catch (IOException altered) {
                return; // it does not match any row then
            }
        }
    }

    private void addWriter(String analyst) {
        analysts.add(analyst);
        writers.add(analyst);
    }

    /// @param entry puts a row of another analyst
    private void addSource(String analyst, LogEntry entry) throws IOException {
        if (merge.isPresent() && merge.get().at().equals(entry.at()) && merge.get().who().equals(entry.who())) {
            Object hash = CanonicalJson.read(merge.get().content()).get(HASH);
            sources.put(analyst, String.valueOf(hash));
        }
    }

    private static String content(CaseTable table, Row row) {
        return table.json(table == CaseTable.VERDICT ? row.without(NUMBER) : row);
    }

    /// Whether the case contains this row, or did once, and replaced or removed it.
    public boolean contains(CaseTable table, Row row) {
        return contents.getOrDefault(table, Set.of()).contains(content(table, row));
    }

    /// The analyst of this case with this name, else one whose name differs only in case, in spaces
    /// or in look.
    public Optional<String> analyst(String name) {
        SortedSet<String> alike = analysts.alike(name);
        return alike.contains(name) ? Optional.of(name) : alike.stream().findFirst();
    }

    /// Where the rows of an analyst come from who never wrote in this case: the last hash that the
    /// log of the case had that was merged last of those with rows of this name. Only the log of
    /// that case, and what was written in it since, contains this hash.
    ///
    /// @return empty if the analyst wrote in this case, or no merge brought such rows
    public Optional<String> source(String analyst) {
        return Optional.ofNullable(writers.contains(analyst) ? null : sources.get(analyst));
    }
}
