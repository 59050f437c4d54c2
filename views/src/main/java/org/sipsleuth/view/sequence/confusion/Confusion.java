package org.sipsleuth.view.sequence.confusion;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.finding.Mark;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.view.sequence.state.Lines;
import org.sipsleuth.view.sequence.state.SequenceRow;
import org.sipsleuth.view.sequence.state.SequenceRows;

/// How many dialogs of each class of the ground truth got each mark.
///
/// @param lines one for each class, normal traffic first
record Confusion(List<Line> lines) {

    /// The dialogs of one class.
    ///
    /// @param observed how many have a sequence that training observed, between (never), or not
    /// @param moments how many skewness and kurtosis call known, between, unknown
    /// @param maximum how many the maximum output calls known, between (never), unknown
    record Line(TrafficClass category, Marks observed, Marks moments, Marks maximum) {

        /// The counts of one classifier.
        Marks of(Classifier classifier) {
            return switch (classifier) {
                case OBSERVED -> observed;
                case MOMENTS -> moments;
                case MAXIMUM -> maximum;
            };
        }
    }

    /// What calls dialogs known or unknown.
    enum Classifier {
        OBSERVED,
        MOMENTS,
        MAXIMUM;

        /// What it says of a sequence.
        Mark mark(SequenceRow row, Lines thresholds) {
            return switch (this) {
                case OBSERVED -> row.isNew() ? Mark.UNKNOWN : Mark.KNOWN;
                case MOMENTS -> thresholds.mark(row.score());
                case MAXIMUM -> thresholds.markByMaximum(row.score());
            };
        }
    }

    /// Dialogs by their mark.
    record Marks(int known, int between, int unknown) {

        /// How many have this mark.
        int of(Mark mark) {
            return switch (mark) {
                case KNOWN -> known;
                case BETWEEN -> between;
                case UNKNOWN -> unknown;
            };
        }

        /// How many there are.
        int all() {
            return known + between + unknown;
        }

        Marks plus(Mark mark, int count) {
            return switch (mark) {
                case KNOWN -> new Marks(known + count, between, unknown);
                case BETWEEN -> new Marks(known, between + count, unknown);
                case UNKNOWN -> new Marks(known, between, unknown + count);
            };
        }
    }

    /// How well a classifier finds what should be unknown; each from 0 to 1, NaN if there is
    /// nothing to measure it by. Positive is *unknown*: what is not normal should be unknown.
    ///
    /// @param precision share of what is called unknown that should be
    /// @param recall share of what should be unknown that is called so
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
                marks.merge(
                        each,
                        NONE.plus(each.mark(row, thresholds), count),
                        (before, more) -> before.plus(each.mark(row, thresholds), count));
            }
        }
        return new Line(
                category,
                marks.getOrDefault(Classifier.OBSERVED, NONE),
                marks.getOrDefault(Classifier.MOMENTS, NONE),
                marks.getOrDefault(Classifier.MAXIMUM, NONE));
    }

    /// How well a classifier finds what is not normal.
    Rates rates(Classifier classifier) {
        double tp = 0;
        double fp = 0;
        double fn = 0;
        for (Line line : lines) {
            Marks its = line.of(classifier);
            int others = its.all() - its.known();
            if (line.category() == TrafficClass.NORMAL) {
                fp += others;
            } else {
                tp += others;
                fn += its.known();
            }
        }
        return Rates.of(tp, fp, fn);
    }

    /// The dialogs of a cell.
    static List<Integer> dialogs(
            SequenceRows rows,
            Lines thresholds,
            TrafficClass category,
            Classifier classifier,
            Mark mark) {
        List<Integer> dialogs = new ArrayList<>();
        for (SequenceRow row : rows.all()) {
            if (classifier.mark(row, thresholds) == mark) {
                dialogs.addAll(rows.dialogsOf(row, category));
            }
        }
        return dialogs;
    }
}
