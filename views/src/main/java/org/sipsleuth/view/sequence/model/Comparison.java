package org.sipsleuth.view.sequence.model;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Mark;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.SequenceScore;
import org.sipsleuth.sequence.unknown.ScoredSequences;

/// What two models say of the dialogs of a capture. Immutable.
///
/// @param index the capture
/// @param one the first model
/// @param other the second model
/// @param lines by each method of separating known from unknown
record Comparison(SipIndex index, SequenceModel one, SequenceModel other, List<Line> lines) {

    /// A method of separating known dialogs from unknown ones.
    enum Way {
        TREE,
        MOMENTS,
        MAXIMUM;

        boolean isKnown(SequenceModel model, SequenceScore score) {
            return switch (this) {
                case TREE -> score.isObserved();
                case MOMENTS -> model.thresholds().byMoments(score) == Mark.KNOWN;
                case MAXIMUM -> model.thresholds().byMaximum(score) == Mark.KNOWN;
            };
        }
    }

    /// The dialogs by what both say.
    ///
    /// @param both unknown to both
    /// @param oneOnly unknown to the first only
    /// @param otherOnly unknown to the second only
    /// @param neither unknown to neither
    record Line(
            Way way,
            List<Integer> both,
            List<Integer> oneOnly,
            List<Integer> otherOnly,
            List<Integer> neither) {}

    /// Compares.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    static Comparison of(
            SipIndex index, SequenceModel one, SequenceModel other, RunMonitor monitor) {
        ScoredSequences first = ScoredSequences.of(index, one, monitor);
        ScoredSequences second = ScoredSequences.of(index, other, monitor);
        List<Line> lines = new ArrayList<>();
        for (Way way : Way.values()) {
            monitor.throwIfCancelled();
            Line line =
                    new Line(
                            way,
                            new ArrayList<>(),
                            new ArrayList<>(),
                            new ArrayList<>(),
                            new ArrayList<>());
            for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
                boolean toOne = way.isKnown(one, score(first, dialog));
                boolean toOther = way.isKnown(other, score(second, dialog));
                (toOne
                                ? toOther ? line.neither() : line.otherOnly()
                                : toOther ? line.oneOnly() : line.both())
                        .add(dialog);
            }
            lines.add(line);
        }
        return new Comparison(index, one, other, lines);
    }

    private static SequenceScore score(ScoredSequences scored, int dialog) {
        return scored.score(scored.sequences().ofDialog(dialog));
    }
}
