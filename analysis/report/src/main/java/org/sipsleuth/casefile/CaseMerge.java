package org.sipsleuth.casefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sipsleuth.annotation.NoteMark;
import org.sipsleuth.casefile.DisputedRow.Reason;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.casefile.entry.Verdicts;
import org.sipsleuth.casefile.store.AnalystNames;
import org.sipsleuth.casefile.store.CaseChange;
import org.sipsleuth.casefile.store.CaseException;
import org.sipsleuth.casefile.store.CaseTable;
import org.sipsleuth.casefile.store.CaseTime;
import org.sipsleuth.casefile.store.LoggedRows;
import org.sipsleuth.casefile.store.Row;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.text.FileName;

/// Adds another analyst's case to a case. Captures are the same by their SHA-256, dialogs and
/// incidents by capture and frame, sequences by their types; all verdicts are kept with who decided
/// them and when.
///
/// No other case speaks for an analyst of this one: of an analyst whom this case knows, only rows
/// are taken that the user accepts; what this case contains or once contained is no news. Of
/// analysts of the other case who are new here and whose names look alike, none is taken before the
/// user accepts it. An analyst who never wrote in this case, and whose rows a merge brought, may go
/// on in the case that they came from. Rows of a time that has not come yet, without an analyst, or
/// with a word that this version does not know are never taken. Notes and bookmarks belong to an
/// analyst; of the same analyst's, the later one is kept. Where the cases have different
/// attachments, filters or aliases of one name, those of the case stay. All that is not taken is
/// listed.
public final class CaseMerge {

    /// What a merge did.
    ///
    /// @param added how many rows came from the other case, by table
    /// @param notTaken rows of the other case that differ from those of the case, which stay
    /// @param disputed rows of the other case that may not be of whom they name, and were not taken
    /// @param conflicts all matters of the case on which analysts disagree now
    public record Result(Map<CaseTable, Long> added, List<String> notTaken, List<DisputedRow> disputed,
            List<Verdicts.Conflict> conflicts) {
        public Result {
            added = Map.copyOf(added);
            notTaken = List.copyOf(notTaken);
            disputed = List.copyOf(disputed);
            conflicts = List.copyOf(conflicts);
        }

        /// Whether every row of the other case was taken, or was there already.
        public boolean isComplete() {
            return disputed.isEmpty() && notTaken.isEmpty();
        }

        /// Whether the case had every row of the other one before.
        public boolean isWithoutNews() {
            return added.isEmpty() && isComplete();
        }

        /// How many rows of a table came.
        public long added(CaseTable table) {
            return added.getOrDefault(table, 0L);
        }

        /// The analysts whose disputed rows another merge would take if they are accepted.
        public List<String> acceptable() {
            return disputed.stream()
                    .filter(DisputedRow::isAcceptable)
                    .map(DisputedRow::who)
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    private final CaseFile into;
    private final CaseChange change;
    private final Set<String> accepted;
    private final RunMonitor monitor;
    private final LoggedRows logged;
    private final AnalystNames theirAnalysts = new AnalystNames();
    private final Set<String> theirHashes = new HashSet<>();
    private final Map<String, NavigableMap<Instant, Long>> firstAfter = new HashMap<>();
    private final Map<String, String> analystOfVerdict = new HashMap<>();
    private final Map<CaseTable, Long> added = new EnumMap<>(CaseTable.class);
    private final List<String> notTaken = new ArrayList<>();
    private final List<DisputedRow> disputed = new ArrayList<>();
    private long verdicts;

    private CaseMerge(CaseFile into, CaseChange change, Set<String> accepted, RunMonitor monitor) throws CaseException {
        this.into = into;
        this.change = change;
        this.accepted = accepted;
        this.monitor = monitor;
        logged = LoggedRows.of(into.store());
    }

    /// Adds a case, as one change. The other case is only read.
    ///
    /// @param accepted analysts of this case whose rows in the other one are theirs, by exact name
    /// @throws CaseException if the other case is this one or does not agree with its log, or this
    ///     one cannot be changed
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop; this case
    ///     is as it was then
    public static Result merge(CaseFile into, Path other, Set<String> accepted, RunMonitor monitor) throws IOException {
        if (Files.exists(other) && Files.isSameFile(into.file(), other)) {
            throw new CaseException(CaseException.Reason.SAME_CASE, other, null);
        }
        int faults = CaseVerification.withoutEvidence(other, monitor).faults().size();
        if (faults > 0) {
            throw new CaseException(CaseException.Reason.TAMPERED, other, null, faults);
        }
        CaseMerge merge;
        try (CaseFile from = CaseFile.openReadOnly(other, into.store().author())) {
            merge = into.store().change(change -> {
                CaseMerge its = new CaseMerge(into, change, accepted, monitor);
                its.add(from);
                return its;
            });
        }
        return new Result(merge.added, merge.notTaken, merge.disputed, into.verdicts().conflicts());
    }

    private void add(CaseFile from) throws CaseException {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("case", from.properties().getOrDefault("id", ""));
        facts.put("file", FileName.last(from.file()));
        facts.put(LoggedRows.HASH, from.lastHash());
        if (!accepted.isEmpty()) {
            facts.put("accepted", String.join("\n", accepted.stream().sorted().toList()));
        }
        change.event(LoggedRows.MERGED, facts);
        from.store().readLog(entry -> theirHashes.add(entry.hash()));
        for (CaseTable table : CaseTable.values()) {
            from.store().rows(table).forEach(row -> theirAnalysts.add(table.who(row)));
        }
        for (CaseTable table : CaseTable.values()) {
            switch (table) {
                case PROPERTY -> {
                }
                case VERDICT -> addVerdicts(from);
                case NOTE, BOOKMARK, EVIDENCE, TAG, ATTACHMENT, FILTER, ALIAS ->
                        addRows(table, from.store().rows(table));
            }
        }
    }

    private void step(CaseTable table, long done, long total) {
        monitor.throwIfCancelled();
        monitor.progress(new Progress("Merging rows of " + table.sqlName(), done, total));
    }

    private void addVerdicts(CaseFile from) throws CaseException {
        Set<String> unreadable = new HashSet<>();
        for (Row row : from.store().rows(CaseTable.VERDICT)) {
            if (!logged.contains(CaseTable.VERDICT, row) && !isReadable(CaseTable.VERDICT, row)) {
                unreadable.add(row.text("id"));
            }
        }
        Verdicts theirs = from.verdicts();
        Verdicts ours = into.verdicts();
        verdicts = ours.all().size();
        ours.all()
                .stream()
                .filter(each -> !CaseTime.isFuture(each.at(), change.at()))
                .sorted(Comparator.comparing(CaseMerge::time).reversed())
                .forEach(this::addPlace);
        Stream.of(theirs, ours)
                .flatMap(all -> all.all().stream())
                .forEach(each -> analystOfVerdict.put(each.id(), each.who()));
        int done = 0;
        for (Verdict each : theirs.all()) {
            step(CaseTable.VERDICT, done++, theirs.all().size());
            if (!unreadable.contains(each.id())) {
                addVerdict(each);
            }
        }
    }

    private void addVerdict(Verdict each) throws CaseException {
        Row row = each.row();
        if (logged.contains(CaseTable.VERDICT, row)) {
            return;
        }
        Optional<String> undone = each.undoes()
                .map(id -> analystOfVerdict.getOrDefault(id, each.who()))
                .filter(who -> !who.equals(each.who()));
        if (change.find(CaseTable.VERDICT, row).isPresent()) {
            dispute(CaseTable.VERDICT, row, Reason.CHANGED, "");
        } else if (undone.isPresent()) {
            dispute(CaseTable.VERDICT, row, Reason.UNDOES_OTHERS, undone.get());
        } else if (isUndisputed(CaseTable.VERDICT, row)) {
            verdicts++;
            put(CaseTable.VERDICT, each.withNumber(place(each)).row());
        }
    }

    private static Instant time(Verdict verdict) {
        return CaseTime.of(verdict.at());
    }

    /// @param ours no later than those before
    private void addPlace(Verdict ours) {
        NavigableMap<Instant, Long> places = firstAfter.computeIfAbsent(ours.who(), _ -> new TreeMap<>());
        long first = places.isEmpty() ? Long.MAX_VALUE : places.firstEntry().getValue();
        places.put(time(ours), Math.min(first, ours.number()));
    }

    /// The place of a verdict in the order of this case: before later ones of the same analyst, so
    /// that it does not replace them; else the last.
    private long place(Verdict verdict) {
        Map.Entry<Instant, Long> later =
                firstAfter.getOrDefault(verdict.who(), new TreeMap<>()).higherEntry(time(verdict));
        return later == null ? verdicts : later.getValue();
    }

    private void addRows(CaseTable table, List<Row> rows) throws CaseException {
        int done = 0;
        for (Row row : rows) {
            step(table, done++, rows.size());
            if (!logged.contains(table, row) && isReadable(table, row)) {
                addRow(table, row, change.find(table, row));
            }
        }
    }

    private void addRow(CaseTable table, Row row, Optional<Row> ours) throws CaseException {
        boolean belongsToAnalyst = table == CaseTable.NOTE || table == CaseTable.BOOKMARK;
        if (ours.isPresent() && !belongsToAnalyst) {
            difference(table, row, ours.get()).ifPresent(notTaken::add);
        } else if (isUndisputed(table, row) && (ours.isEmpty() || isEarlier(table, ours.get(), row))) {
            put(table, row);
        }
    }

    /// Our own row of a time that has not come yet loses, too.
    private boolean isEarlier(CaseTable table, Row ours, Row theirs) {
        String our = table.at(ours).orElse("");
        return CaseTime.isFuture(our, change.at())
                || CaseTime.of(our).isBefore(CaseTime.of(table.at(theirs).orElse("")));
    }

    /// Whether a row names an analyst, and this version knows the words in it; else it is listed.
    private boolean isReadable(CaseTable table, Row row) {
        if (AnalystNames.isBlank(table.who(row))) {
            dispute(table, row, Reason.NO_ANALYST, "");
            return false;
        }
        Optional<String> unknown = unknownWord(table, row);
        unknown.ifPresent(word -> dispute(table, row, Reason.UNKNOWN_WORD, word));
        return unknown.isEmpty();
    }

    private static Optional<String> unknownWord(CaseTable table, Row row) {
        return switch (table) {
            case VERDICT -> Verdict.unknownWord(row);
            case NOTE -> row.optionalText("mark").filter(mark -> NoteMark.of(mark).isEmpty());
            case PROPERTY, TAG, BOOKMARK, EVIDENCE, ATTACHMENT, FILTER, ALIAS -> Optional.empty();
        };
    }

    /// Whether a row is that of whom it names, as far as can be known; else it is listed.
    private boolean isUndisputed(CaseTable table, Row row) {
        String who = table.who(row);
        if (table.at(row).filter(at -> CaseTime.isFuture(at, change.at())).isPresent()) {
            dispute(table, row, Reason.FUTURE, "");
            return false;
        }
        boolean isTaken = accepted.contains(who) || logged.source(who).filter(theirHashes::contains).isPresent();
        if (isTaken) {
            return true;
        }
        Optional<String> known = logged.analyst(who);
        if (known.isPresent()) {
            boolean isSame = known.get().equals(who);
            dispute(table, row, isSame ? Reason.ANALYST_HERE : Reason.LOOKS_ALIKE, known.get());
            return false;
        }
        Optional<String> alike = theirAnalysts.alike(who).stream().filter(each -> !each.equals(who)).findFirst();
        alike.ifPresent(other -> dispute(table, row, Reason.ALIKE_THERE, other));
        return alike.isEmpty();
    }

    private void dispute(CaseTable table, Row row, Reason reason, String detail) {
        disputed.add(DisputedRow.of(table, row, reason, detail));
    }

    /// The text of another row of the same name, if it says something else.
    private static Optional<String> difference(CaseTable table, Row theirs, Row ours) {
        String column = switch (table) {
            case ATTACHMENT -> "sha256";
            case FILTER -> "expression";
            case ALIAS -> "name";
            case EVIDENCE -> "bytes";
            case PROPERTY, VERDICT, NOTE, TAG, BOOKMARK -> "";
        };
        String name = switch (table) {
            case ALIAS -> "address";
            case EVIDENCE -> "sha256";
            case PROPERTY, ATTACHMENT, VERDICT, NOTE, TAG, BOOKMARK, FILTER -> "name";
        };
        return theirs.text(column).equals(ours.text(column)) ? Optional.empty()
                : Optional.of("%s %s: %s".formatted(table.sqlName(), theirs.text(name), theirs.text(column)));
    }

    private void put(CaseTable table, Row row) throws CaseException {
        if (change.put(table, row)) {
            added.merge(table, 1L, Long::sum);
        }
    }
}
