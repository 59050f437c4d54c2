package org.sipsleuth.sequence.unknown;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Familiarity;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Mark;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.finding.Unjudged;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.SequenceScore;

/// The scores of all sequences of a capture under a model, and the groups of unknown dialogs.
/// Immutable.
///
/// @param index the capture
/// @param scored all its sequences with their scores
/// @param groups the sequences that were never observed in training, each with its finding, those
///     of most dialogs first
/// @param novelty what is new per hop; empty where the model knows whole dialogs only
public record SequenceDetection(SipIndex index, ScoredSequences scored, List<Group> groups,
        Optional<NoveltyDetection> novelty) implements Detection {

    /// Unknown dialogs of one sequence.
    ///
    /// @param dialogs the group
    /// @param finding the finding about it
    public record Group(UnknownGroup dialogs, Finding finding) {}

    /// Copies its argument.
    public SequenceDetection {
        groups = List.copyOf(groups);
    }

    /// Scores a capture with a model.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static SequenceDetection of(SipIndex index, SequenceModel model, RunMonitor monitor) {
        ScoredSequences scored = ScoredSequences.of(index, model, monitor);
        return new SequenceDetection(index, scored,
                UnknownGroup.allOf(index, scored, monitor)
                        .stream()
                        .map(group -> new Group(group, SequenceFindings.of(group)))
                        .toList(),
                model.novelty().map(its -> NoveltyDetection.of(index, model, its, monitor)));
    }

    /// Scores a capture with a model, without groups and findings.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    static SequenceDetection scores(SipIndex index, SequenceModel model, RunMonitor monitor) {
        return new SequenceDetection(index, ScoredSequences.of(index, model, monitor), List.of(),
                model.novelty().map(its -> NoveltyDetection.scores(index, its, monitor)));
    }

    /// Whether every step of a dialog was observed in training, per hop; of a model without
    /// novelty, whether its whole sequence was.
    boolean isObserved(int dialog) {
        return novelty.map(its -> !its.novelty().isUnknown(dialog))
                .orElseGet(() -> scored.score(scored.sequences().ofDialog(dialog)).isObserved());
    }

    /// Whether a dialog is known or unknown to the model, whether that fits the capture or not.
    public Mark mark(int dialog) {
        return isObserved(dialog) ? Mark.KNOWN : Mark.UNKNOWN;
    }

    /// The message with which a dialog becomes unknown per hop ([HopNovelty#unknownFrom]); empty
    /// for a known one, and where the model knows whole dialogs only.
    public OptionalInt unknownFrom(int dialog) {
        return novelty.map(its -> its.novelty().unknownFrom(dialog)).orElse(OptionalInt.empty());
    }

    @Override
    public Origin origin() {
        return new Origin(SequenceModel.KIND, model().identity());
    }

    @Override
    public List<Finding> findings() {
        return novelty.map(its -> its.groups().stream().map(NoveltyDetection.Group::finding))
                .orElseGet(() -> groups.stream().map(Group::finding))
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .toList();
    }

    @Override
    public List<Unjudged> notJudged() {
        return List.of();
    }

    @Override
    public Optional<Familiarity> familiarity() {
        return Optional.of(new Familiarity() {
            @Override
            public double expectedUnknown() {
                return model().expectedUnknown();
            }

            @Override
            public double mostUnknown() {
                return model().mostUnknown();
            }

            @Override
            public boolean isUnknown(int dialog) {
                return !isObserved(dialog);
            }
        });
    }

    /// The model.
    public SequenceModel model() {
        return scored.model();
    }

    @Override
    public Map<Finding, Integer> ofDialogs(List<Integer> dialogs, RunMonitor monitor) {
        if (novelty.isPresent()) {
            return novelty.get().ofDialogs(dialogs);
        }
        Map<Integer, Integer> counts = new HashMap<>();
        for (int dialog : dialogs) {
            counts.merge(scored.sequences().ofDialog(dialog), 1, Integer::sum);
        }
        Map<Finding, Integer> found = new LinkedHashMap<>();
        groups.stream()
                .filter(group -> counts.containsKey(group.dialogs().sequence()))
                .sorted(Comparator.comparing(SequenceDetection::severity).reversed())
                .forEach(group -> found.put(group.finding(), counts.getOrDefault(group.dialogs().sequence(), 0)));
        return found;
    }

    private static Severity severity(Group group) {
        return group.finding().severity();
    }

    @Override
    public Rationale ofUnsuspicious(int dialog) {
        SequenceScore score = scored.score(scored.sequences().ofDialog(dialog));
        boolean isKnown = novelty.map(its -> !its.novelty().isUnknown(dialog)).orElse(true) && score.isObserved();
        return isKnown ? SequenceRationale.ofKnown(model(), score) : Rationale.NONE;
    }
}
