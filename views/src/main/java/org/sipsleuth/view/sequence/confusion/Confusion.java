package org.sipsleuth.view.sequence.confusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.sipsleuth.finding.Mark;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.view.sequence.state.Lines;
import org.sipsleuth.view.sequence.state.SequenceRow;
import org.sipsleuth.view.sequence.state.SequenceRows;

/// How many dialogs of each category got each mark.
///
/// @param lines one for each category, those that should be known first
record Confusion(List<Line> lines) {

    /// The dialogs of one category.
    ///
    /// @param moments how many skewness and kurtosis call known, between, unknown
    /// @param maximum how many the maximum output calls known, between (never), unknown
    record Line(Category category, Marks moments, Marks maximum) {}

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

    /// How good a classifier is; each from 0 to 1, NaN if there is nothing to measure it by.
    /// Positive is what should be known, as in paper 1.
    ///
    /// @param f1 the harmonic mean of precision and recall
    /// @param trueNegatives share of what should be unknown that is not called known
    /// @param precision share of what is called known that should be known
    record Rates(double f1, double trueNegatives, double precision) {

        private static Rates of(double tp, double fp, double fn, double tn) {
            return new Rates(2 * tp / (2 * tp + fp + fn), tn / (tn + fp), tp / (tp + fp));
        }
    }

    private static final Marks NONE = new Marks(0, 0, 0);

    /// Takes a copy.
    Confusion {
        lines = List.copyOf(lines);
    }

    /// Counts. Costs the sequences times the categories.
    static Confusion of(SequenceRows rows, Lines thresholds) {
        List<Category> categories = categories(rows);
        Marks[] moments = new Marks[categories.size()];
        Marks[] maximum = new Marks[categories.size()];
        Arrays.fill(moments, NONE);
        Arrays.fill(maximum, NONE);
        for (SequenceRow row : rows.all()) {
            Mark byMoments = thresholds.mark(row.score());
            Mark byMaximum = thresholds.markByMaximum(row.score());
            for (int i = 0; i < moments.length; i++) {
                int count = categories.get(i).count(row);
                if (count > 0) {
                    moments[i] = moments[i].plus(byMoments, count);
                    maximum[i] = maximum[i].plus(byMaximum, count);
                }
            }
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < moments.length; i++) {
            lines.add(new Line(categories.get(i), moments[i], maximum[i]));
        }
        return new Confusion(lines);
    }

    private static List<Category> categories(SequenceRows rows) {
        List<Category> categories = new ArrayList<>();
        if (rows.truth().isEmpty()) {
            categories.add(new Category.ByTree(true));
            categories.add(new Category.ByTree(false));
            return categories;
        }
        for (TrafficClass each : TrafficClass.values()) {
            if (rows.all().stream().anyMatch(row -> row.classes().containsKey(each))) {
                categories.add(new Category.ByTruth(each));
            }
        }
        return categories;
    }

    /// How good skewness and kurtosis are.
    Rates ratesOfMoments() {
        return rates(Line::moments);
    }

    /// How good the maximum output is.
    Rates ratesOfMaximum() {
        return rates(Line::maximum);
    }

    private Rates rates(Function<Line, Marks> marks) {
        double tp = 0;
        double fp = 0;
        double fn = 0;
        double tn = 0;
        for (Line line : lines) {
            Marks its = marks.apply(line);
            int others = its.all() - its.known();
            if (line.category().shouldBeKnown()) {
                tp += its.known();
                fn += others;
            } else {
                fp += its.known();
                tn += others;
            }
        }
        return Rates.of(tp, fp, fn, tn);
    }

    /// The dialogs of a cell.
    ///
    /// @param byMoments whether by skewness and kurtosis, or by the maximum output
    static List<Integer> dialogs(
            SequenceRows rows, Lines thresholds, Category category, boolean byMoments, Mark mark) {
        List<Integer> dialogs = new ArrayList<>();
        for (SequenceRow row : rows.all()) {
            Mark its =
                    byMoments
                            ? thresholds.mark(row.score())
                            : thresholds.markByMaximum(row.score());
            if (its == mark) {
                dialogs.addAll(category.dialogs(rows, row));
            }
        }
        return dialogs;
    }
}
