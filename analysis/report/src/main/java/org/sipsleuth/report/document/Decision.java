package org.sipsleuth.report.document;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.casefile.triage.JudgedPart;
import org.sipsleuth.casefile.triage.JudgedQueue;
import org.sipsleuth.casefile.triage.JudgedRow;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.pipeline.Investigation;

/// What analysts decided on one matter, and the dialogs of a report that it concerns.
public final class Decision {

    private final int number;
    private final List<Verdict> verdicts;
    private final Optional<Incident> incident;
    private final List<JudgedRow> rows;
    private final List<Verdict> contradicting;
    private final BitSet dialogs;

    /// @param number its place in the report, from 1
    /// @param verdicts that stand on the matter, one of each analyst
    /// @param queue the rows that steps are
    Decision(int number, List<Verdict> verdicts, Investigation investigation, Optional<JudgedQueue> queue) {
        this.number = number;
        this.verdicts = List.copyOf(verdicts);
        Subject about = about();
        this.incident = investigation.incidents()
                .stream()
                .filter(each -> Subject.incident(each.id()).equals(about))
                .findFirst();
        this.rows = queue.map(JudgedQueue::rows)
                .orElse(List.of())
                .stream()
                .filter(row -> this.verdicts.stream().anyMatch(row::isAbout))
                .toList();
        List<Verdict> known = this.verdicts;
        this.contradicting = rows.stream()
                .map(JudgedRow::contradiction)
                .filter(contradiction -> contradiction.stream().anyMatch(known::contains))
                .flatMap(List::stream)
                .filter(each -> !known.contains(each))
                .distinct()
                .toList();
        this.dialogs = dialogs(about, investigation.index());
    }

    private BitSet dialogs(Subject about, SipIndex index) {
        return switch (about.kind()) {
            case STEP -> ofStep();
            case SEQUENCE -> ofSequence(about.key(), index.dialogs());
            case DIALOG -> set(index.dialogs().find(about.key()));
            case INCIDENT -> set(incident.map(each -> each.evidence().dialogs(index)).orElse(new int[0]));
        };
    }

    /// Those of hosts that a verdict names.
    private BitSet ofStep() {
        BitSet dialogs = new BitSet();
        for (JudgedRow row : rows) {
            for (JudgedPart part : row.parts()) {
                if (verdicts.stream().anyMatch(part::isHeldBy)) {
                    part.dialogs().forEach(dialogs::set);
                }
            }
        }
        return dialogs;
    }

    private static BitSet set(int... dialogs) {
        BitSet set = new BitSet();
        for (int dialog : dialogs) {
            if (dialog >= 0) {
                set.set(dialog);
            }
        }
        return set;
    }

    private static BitSet ofSequence(String types, DialogTable table) {
        BitSet known = new BitSet(); // sequences whose text was compared
        BitSet wanted = new BitSet();
        BitSet dialogs = new BitSet();
        for (int dialog = 0; dialog < table.size(); dialog++) {
            int sequence = table.sequence(dialog);
            if (!known.get(sequence)) {
                known.set(sequence);
                wanted.set(sequence, table.sequenceText(dialog).equals(types));
            }
            dialogs.set(dialog, wanted.get(sequence));
        }
        return dialogs;
    }

    /// Its place in the report, from 1.
    int number() {
        return number;
    }

    /// The name of its place in a page.
    public String id() {
        return "decision-" + number;
    }

    /// What is decided.
    Subject about() {
        return verdicts.getFirst().subject();
    }

    /// The verdict of each analyst.
    List<Verdict> verdicts() {
        return verdicts;
    }

    /// The incident that it is about, if it is one of the report.
    Optional<Incident> incident() {
        return incident;
    }

    /// Whether analysts decided differently, here or where the same hosts are meant.
    boolean isDisputed() {
        return !contradicting.isEmpty() || verdicts.stream().map(Verdict::judgement).distinct().count() > 1;
    }

    /// Verdicts on other matters that are about the same dialogs, and differ.
    List<Verdict> contradicting() {
        return contradicting;
    }

    /// The rows of the queue of the report that it is about.
    List<JudgedRow> rows() {
        return rows;
    }

    /// The dialogs of the report that it concerns.
    BitSet dialogs() {
        return (BitSet) dialogs.clone();
    }

    /// The first of them.
    OptionalInt firstDialog() {
        int first = dialogs.nextSetBit(0);
        return first < 0 ? OptionalInt.empty() : OptionalInt.of(first);
    }
}
