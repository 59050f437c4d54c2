package org.sipsleuth.view.sequence.confusion;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.view.sequence.state.Lines;
import org.sipsleuth.view.sequence.state.SequenceRow;
import org.sipsleuth.view.sequence.state.SequenceRows;
import org.sipsleuth.view.sequence.state.Sign;

/// How many dialogs of each class of the ground truth got each mark.
///
/// @param lines one for each class, normal traffic first
record Confusion(List<Line> lines) {

    /// The dialogs of one class.
    ///
    /// @param verdict how many are known and unknown; none is between
    /// @param moments how many are within the limits of skewness and kurtosis, between, outside
    /// @param maximum how many are within the limit of the maximum output and outside; none is
    ///     between
    record Line(TrafficClass category, Marks verdict, Marks moments, Marks maximum) {

        /// The counts of one classifier.
        Marks of(Classifier classifier) {
            return switch (classifier) {
                case VERDICT -> verdict;
                case MOMENTS -> moments;
                case MAXIMUM -> maximum;
            };
        }
    }

    /// What divides dialogs: the verdict, and in the laboratory the network by either measure.
    enum Classifier {
        VERDICT, MOMENTS, MAXIMUM;

        /// What it says about the dialogs of a row.
        Sign sign(SequenceRow row, Lines thresholds) {
            return switch (this) {
                case VERDICT -> Sign.of(row.mark());
                case MOMENTS -> Sign.of(thresholds.byMoments(row.score()));
                case MAXIMUM -> Sign.of(thresholds.byMaximum(row.score()));
            };
        }
    }

    /// Dialogs by what a classifier says about them.
    ///
    /// @param usual known, or within the limits
    /// @param between within one of two limits
    /// @param unusual unknown, or outside the limits
    record Marks(int usual, int between, int unusual) {

        /// How many there are.
        int all() {
            return usual + between + unusual;
        }

        /// How many are flagged: not usual.
        int flagged() {
            return between + unusual;
        }

        Marks plus(Sign sign, int count) {
            return switch (sign) {
                case KNOWN, WITHIN -> new Marks(usual + count, between, unusual);
                case BETWEEN -> new Marks(usual, between + count, unusual);
                case UNKNOWN, OUTSIDE -> new Marks(usual, between, unusual + count);
            };
        }
    }

    /// How well a classifier finds what should be flagged; each from 0 to 1, NaN if there is
    /// nothing to measure it by. Positive is what is not normal: it should be flagged.
    ///
    /// @param precision share of what is flagged that should be
    /// @param recall share of what should be flagged that is
    /// @param f1 the harmonic mean of both
    record Rates(double precision, double recall, double f1) {

        private static Rates of(double tp, double fp, double fn) {
            return new Rates(tp / (tp + fp), tp / (tp + fn), 2 * tp / (2 * tp + fp + fn));
        }
    }

    private static final Marks NONE = new Marks(0, 0, 0);

    /// Takes a copy.
    Confusion {
        lines = List.copyOf(lines);
    }

    /// Counts. Costs the sequences times the classes; nothing without a ground truth.
    static Confusion of(SequenceRows rows, Lines thresholds) {
        List<Line> lines = new ArrayList<>();
        if (rows.truth().isPresent()) {
            for (TrafficClass each : TrafficClass.values()) {
                if (rows.all().stream().anyMatch(row -> row.classes().containsKey(each))) {
                    lines.add(line(rows, thresholds, each));
                }
            }
        }
        return new Confusion(lines);
    }

    private static Line line(SequenceRows rows, Lines thresholds, TrafficClass category) {
        Map<Classifier, Marks> marks = new EnumMap<>(Classifier.class);
        for (SequenceRow row : rows.all()) {
            int count = row.classes().getOrDefault(category, 0);
            for (Classifier each : Classifier.values()) {
                marks.merge(each, NONE.plus(each.sign(row, thresholds), count),
                        (before, _) -> before.plus(each.sign(row, thresholds), count));
            }
        }
        return new Line(category, marks.getOrDefault(Classifier.VERDICT, NONE),
                marks.getOrDefault(Classifier.MOMENTS, NONE), marks.getOrDefault(Classifier.MAXIMUM, NONE));
    }

    /// How well a classifier finds what is not normal.
    Rates rates(Classifier classifier) {
        double tp = 0;
        double fp = 0;
        double fn = 0;
        for (Line line : lines) {
            Marks its = line.of(classifier);
            if (line.category() == TrafficClass.NORMAL) {
                fp += its.flagged();
            } else {
                tp += its.flagged();
                fn += its.usual();
            }
        }
        return Rates.of(tp, fp, fn);
    }

    /// The dialogs of a cell: those of a class that a classifier flags.
    static List<Integer> dialogs(SequenceRows rows, Lines thresholds, TrafficClass category, Classifier classifier) {
        List<Integer> dialogs = new ArrayList<>();
        for (SequenceRow row : rows.all()) {
            if (classifier.sign(row, thresholds).isFlagged()) {
                dialogs.addAll(rows.dialogsOf(row, category));
            }
        }
        return dialogs;
    }
}
