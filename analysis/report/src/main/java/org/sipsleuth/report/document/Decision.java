package org.sipsleuth.report.document;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.casefile.triage.JudgedPart;
import org.sipsleuth.casefile.triage.JudgedQueue;
import org.sipsleuth.casefile.triage.JudgedRow;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.triage.TriageNeed;

/// What analysts decided on one matter, and the dialogs of a report that it concerns.
public final class Decision {

    /// The gravest last. What needs more is open, and so graver than what is harmless.
    static final Comparator<Judgement> LEAST_GRAVE_FIRST = Comparator.comparingInt(List.of(Judgement.SAFE,
            Judgement.CAPTURE_ARTEFACT, Judgement.NEEDS_MORE, Judgement.ANOMALOUS, Judgement.MISCONFIGURATION,
            Judgement.ATTACK_LOW, Judgement.ATTACK_MEDIUM, Judgement.ATTACK_HIGH, Judgement.ATTACK_CRITICAL)::indexOf);

    private final int number;
    private final List<Verdict> verdicts;
    private final Optional<Incident> incident;
    private final List<JudgedRow> rows;
    private final List<Verdict> contradicting;
    private final BitSet dialogs;

    /// Without its place in the report.
    ///
    /// @param verdicts that stand on the matter, one of each analyst
    /// @param queue the rows that steps are
    Decision(List<Verdict> verdicts, Investigation investigation, Optional<JudgedQueue> queue) {
        this.number = 0;
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

    private Decision(Decision other, int number) {
        this.number = number;
        verdicts = other.verdicts;
        incident = other.incident;
        rows = other.rows;
        contradicting = other.contradicting;
        dialogs = other.dialogs;
    }

    /// The same at this place of the report, from 1.
    Decision at(int place) {
        return new Decision(this, place);
    }

    /// How urgent what it is about was.
    TriageNeed need() {
        TriageNeed ofIncident = incident.map(Incident::severity)
                .map(each -> each.compareTo(Severity.LOW) > 0 ? TriageNeed.ATTACK : TriageNeed.ATTEMPT)
                .orElse(TriageNeed.RARE);
        return rows.stream()
                .map(row -> row.item().need())
                .min(Comparator.naturalOrder())
                .filter(need -> need.compareTo(ofIncident) < 0)
                .orElse(ofIncident);
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

    /// The gravest of its verdicts.
    Judgement gravest() {
        return verdicts.stream()
                .flatMap(each -> each.judgement().stream())
                .max(LEAST_GRAVE_FIRST)
                .orElse(Judgement.SAFE);
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
