package org.sipsleuth.casefile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.capture.name.FileName;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.casefile.entry.Verdicts;
import org.sipsleuth.casefile.store.CaseChange;
import org.sipsleuth.casefile.store.CaseException;
import org.sipsleuth.casefile.store.CaseException.Reason;
import org.sipsleuth.casefile.store.CaseTable;
import org.sipsleuth.casefile.store.Row;

/// Adds another analyst's case to a case. Captures are the same by their SHA-256, dialogs and
/// incidents by capture and frame, sequences by their types; all verdicts are kept with who decided
/// them and when.
///
/// Notes and bookmarks belong to an analyst; of the same analyst's, the later one is kept.
/// Where the cases have different attachments, filters or aliases of one name, those of the case
/// stay, and the others are listed.
public final class CaseMerge {

    /// What a merge did.
    ///
    /// @param added how many rows came from the other case, by table
    /// @param notTaken rows of the other case that differ from those of the case, which stay
    /// @param conflicts all matters of the case on which analysts disagree now
    public record Result(
            Map<CaseTable, Long> added, List<String> notTaken, List<Verdicts.Conflict> conflicts) {
        public Result {
            added = Map.copyOf(added);
            notTaken = List.copyOf(notTaken);
            conflicts = List.copyOf(conflicts);
        }

        /// How many rows of a table came.
        public long added(CaseTable table) {
            return added.getOrDefault(table, 0L);
        }
    }

    private final CaseChange change;
    private final Map<CaseTable, Long> added = new EnumMap<>(CaseTable.class);
    private final List<String> notTaken = new ArrayList<>();

    private CaseMerge(CaseChange change) {
        this.change = change;
    }

    /// Adds a case, as one change. The other case is only read.
    ///
    /// @throws CaseException if the other case does not agree with its log, or this one cannot be
    ///     changed
    public static Result merge(CaseFile into, Path other) throws IOException {
        int faults = CaseVerification.withoutEvidence(other).faults().size();
        if (faults > 0) {
            throw new CaseException(Reason.TAMPERED, other, null, faults);
        }
        CaseMerge merge;
        try (CaseFile from = CaseFile.openReadOnly(other, into.store().author())) {
            merge = into.store().change(change -> merged(change, from));
        }
        return new Result(merge.added, merge.notTaken, into.verdicts().conflicts());
    }

    private static CaseMerge merged(CaseChange change, CaseFile from) throws CaseException {
        CaseMerge merge = new CaseMerge(change);
        change.event(
                "merged",
                Map.of(
                        "case",
                        from.properties().getOrDefault("id", ""),
                        "file",
                        FileName.last(from.file()),
                        "hash",
                        from.lastHash()));
        for (CaseTable table : CaseTable.values()) {
            switch (table) {
                case PROPERTY -> {}
                case VERDICT -> merge.addVerdicts(from.verdicts());
                case NOTE, BOOKMARK -> merge.addLater(table, from);
                case EVIDENCE, TAG, ATTACHMENT, FILTER, ALIAS -> merge.addMissing(table, from);
            }
        }
        return merge;
    }

    private void addVerdicts(Verdicts verdicts) throws CaseException {
        for (Verdict each : verdicts.all()) {
            if (change.find(CaseTable.VERDICT, each.row()).isEmpty()) {
                long number = change.count(CaseTable.VERDICT) + 1;
                put(CaseTable.VERDICT, each.withNumber(number).row());
            }
        }
    }

    private void addLater(CaseTable table, CaseFile from) throws CaseException {
        for (Row row : from.store().rows(table)) {
            Optional<Row> ours = change.find(table, row);
            if (ours.isEmpty() || ours.get().text("at").compareTo(row.text("at")) < 0) {
                put(table, row);
            }
        }
    }

    private void addMissing(CaseTable table, CaseFile from) throws CaseException {
        for (Row row : from.store().rows(table)) {
            Optional<Row> ours = change.find(table, row);
            if (ours.isEmpty()) {
                put(table, row);
            } else {
                difference(table, row, ours.get()).ifPresent(notTaken::add);
            }
        }
    }

    /// The text of another row of the same name, if it says something else.
    private static Optional<String> difference(CaseTable table, Row theirs, Row ours) {
        String column =
                switch (table) {
                    case ATTACHMENT -> "sha256";
                    case FILTER -> "expression";
                    case ALIAS -> "name";
                    default -> "";
                };
        return theirs.text(column).equals(ours.text(column))
                ? Optional.empty()
                : Optional.of(
                        "%s %s: %s"
                                .formatted(
                                        table.sqlName(),
                                        theirs.text(table == CaseTable.ALIAS ? "address" : "name"),
                                        theirs.text(column)));
    }

    private void put(CaseTable table, Row row) throws CaseException {
        if (change.put(table, row)) {
            added.merge(table, 1L, Long::sum);
        }
    }
}
