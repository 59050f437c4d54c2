package org.sipsleuth.view.sequence.model;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Mark;
import org.sipsleuth.finding.NetworkMark;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.SequenceScore;
import org.sipsleuth.sequence.Thresholds;
import org.sipsleuth.sequence.unknown.ScoredSequences;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.sequence.unknown.SequenceDetector;

/// What two models say of the dialogs of a capture. Immutable.
///
/// @param index the capture
/// @param one the first model
/// @param other the second model
/// @param lines by verdict, and by what the networks say
record Comparison(SipIndex index, SequenceModel one, SequenceModel other, List<Line> lines) {

    /// What divides dialogs.
    enum Way {
        VERDICT, MOMENTS, MAXIMUM;

        boolean isUsual(SequenceDetection scores, int dialog) {
            ScoredSequences scored = scores.scored();
            SequenceScore score = scored.score(scored.sequences().ofDialog(dialog));
            Thresholds thresholds = scores.model().thresholds();
            return switch (this) {
                case VERDICT -> scores.mark(dialog) == Mark.KNOWN;
                case MOMENTS -> thresholds.byMoments(score) == NetworkMark.WITHIN;
                case MAXIMUM -> thresholds.byMaximum(score) == NetworkMark.WITHIN;
            };
        }
    }

    /// The dialogs by what both say.
    ///
    /// @param both flagged by both
    /// @param oneOnly flagged by the first only
    /// @param otherOnly flagged by the second only
    /// @param neither flagged by neither
    record Line(Way way, List<Integer> both, List<Integer> oneOnly, List<Integer> otherOnly, List<Integer> neither) {}

    /// Compares.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    static Comparison of(SipIndex index, SequenceModel one, SequenceModel other, RunMonitor monitor) {
        SequenceDetection first = new SequenceDetector(one).score(index, monitor);
        SequenceDetection second = new SequenceDetector(other).score(index, monitor);
        List<Line> lines = new ArrayList<>();
        for (Way way : Way.values()) {
            monitor.throwIfCancelled();
            Line line = new Line(way, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
                boolean toOne = way.isUsual(first, dialog);
                boolean toOther = way.isUsual(second, dialog);
                (toOne ? toOther ? line.neither() : line.otherOnly() : toOther ? line.oneOnly() : line.both())
                        .add(dialog);
            }
            lines.add(line);
        }
        return new Comparison(index, one, other, lines);
    }
}
