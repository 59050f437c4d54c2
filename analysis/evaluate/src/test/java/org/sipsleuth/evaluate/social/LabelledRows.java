package org.sipsleuth.evaluate.social;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.sipsleuth.social.flag.KernelWidth;
import smile.classification.LogisticRegression;
import smile.classification.SVM;
import smile.math.MathEx;
import smile.math.kernel.GaussianKernel;
import smile.validation.metric.AUC;

/// Rows of features with a label, for two-class baselines of data sets that others published.
///
/// @param names of the features
/// @param features one row each; NaN where a value is missing
/// @param labels 1 for fraud or attack, 0 for others
record LabelledRows(List<String> names, List<List<Double>> features, List<Integer> labels) {

    private static final long SEED = 1;
    private static final double LEAST_WIDTH = 0.1;

    /// Values beyond these shares of the training rows are cut.
    private static final double CUT = 0.01;

    LabelledRows {
        names = List.copyOf(names);
        features = features.stream().map(List::copyOf).toList();
        labels = List.copyOf(labels);
    }

    /// How well one baseline separates the held-out rows.
    ///
    /// @param auc area under the ROC curve, 0 to 1; 0.5 is chance
    /// @param found rightly called fraud
    /// @param missed wrongly called others
    /// @param falseOnes wrongly called fraud
    /// @param right rightly called others
    record Figures(String name, double auc, int found, int missed, int falseOnes, int right) {

        static Figures of(String name, int[] truth, double[] scores, double threshold) {
            int[] counts = new int[4];
            for (int i = 0; i < truth.length; i++) {
                counts[2 * truth[i] + (scores[i] > threshold ? 1 : 0)]++;
            }
            return new Figures(name, AUC.of(truth, scores), counts[3], counts[2], counts[1], counts[0]);
        }
    }

    /// The rule, the logistic regression and the SVM, learned from these rows.
    ///
    /// @param held the rows they are judged by
    List<Figures> figures(LabelledRows held) {
        int[] truth = held.truth();
        double[][] known = scaled(this);
        double[][] others = scaled(held);
        return List.of(rule(known, others, truth),
                Figures.of("logistic regression", truth, logistic(known, others), 0.5),
                Figures.of("SVM", truth, machine(known, others), 0));
    }

    private int[] truth() {
        return labels.stream().mapToInt(label -> label).toArray();
    }

    /// In standard deviations from the mean of these rows, cut; the median where it is missing.
    private double[][] scaled(LabelledRows rows) {
        double[][] scaled = new double[rows.features.size()][names.size()];
        for (int column = 0; column < names.size(); column++) {
            int its = column;
            double[] known = features.stream()
                    .mapToDouble(row -> row.get(its))
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray();
            double least = known[(int) (CUT * (known.length - 1))];
            double most = known[(int) ((1 - CUT) * (known.length - 1))];
            double[] cut = Arrays.stream(known).map(value -> Math.clamp(value, least, most)).toArray();
            double mean = MathEx.mean(cut);
            double deviation = Math.max(1e-9, MathEx.stdev(cut));
            for (int row = 0; row < scaled.length; row++) {
                double value = rows.features.get(row).get(column);
                double filled = Double.isNaN(value) ? known[known.length / 2] : value;
                scaled[row][column] = (Math.clamp(filled, least, most) - mean) / deviation;
            }
        }
        return scaled;
    }

    /// The feature with the best AUC in training, and the threshold that errs least often there.
    private Figures rule(double[][] known, double[][] held, int[] truth) {
        int[] labels = truth();
        int best = 0;
        double most = -1;
        for (int column = 0; column < names.size(); column++) {
            double auc = Math.abs(AUC.of(labels, column(known, column, 1)) - 0.5);
            if (auc > most) {
                most = auc;
                best = column;
            }
        }
        int sign = AUC.of(labels, column(known, best, 1)) < 0.5 ? -1 : 1;
        double[] scores = column(known, best, sign);
        return Figures.of("rule: " + (sign < 0 ? "low " : "high ") + names.get(best), truth, column(held, best, sign),
                threshold(labels, scores));
    }

    /// Halfway between two neighbours, errs least often.
    private static double threshold(int[] labels, double[] scores) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted((a, b) -> Double.compare(scores[a], scores[b]))
                .mapToInt(i -> i)
                .toArray();
        int wrong = labels.length - Arrays.stream(labels).sum();
        int least = wrong;
        double threshold = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < order.length; i++) {
            wrong += labels[order[i]] == 1 ? 1 : -1;
            boolean isLast = i == order.length - 1;
            double next = isLast ? scores[order[i]] + 2 : scores[order[i + 1]];
            if (wrong < least && next > scores[order[i]]) {
                least = wrong;
                threshold = (scores[order[i]] + next) / 2;
            }
        }
        return threshold;
    }

    private static double[] column(double[][] rows, int column, int sign) {
        return Arrays.stream(rows).mapToDouble(row -> sign * row[column]).toArray();
    }

    private double[] logistic(double[][] known, double[][] held) {
        LogisticRegression.Binomial model =
                LogisticRegression.binomial(known, truth(), new LogisticRegression.Options(1, 1e-6, 500));
        double[] probabilities = new double[2];
        return Arrays.stream(held).mapToDouble(row -> {
            model.predict(row, probabilities);
            return probabilities[1];
        }).toArray();
    }

    /// Gaussian kernel, its width the median distance of two rows; C = 1.
    private double[] machine(double[][] known, double[][] held) {
        MathEx.setSeed(SEED);
        SVM<double[]> machine = SVM.fit(known, labels.stream().mapToInt(label -> 2 * label - 1).toArray(),
                new GaussianKernel(KernelWidth.of(known, LEAST_WIDTH, SEED)), new SVM.Options(1));
        return Arrays.stream(held).mapToDouble(machine::score).toArray();
    }
}
