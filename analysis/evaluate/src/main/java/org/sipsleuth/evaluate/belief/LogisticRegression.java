package org.sipsleuth.evaluate.belief;

import java.util.Optional;
import org.sipsleuth.belief.learning.LabelledPeriods;
import org.sipsleuth.belief.network.ClassVector;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.TrafficClass;

/// Multinomial logistic regression on the variables of the tree, without the tree: standardised
/// [Features], all periods at once, a fixed number of steps. The same periods yield the same
/// weights.
final class LogisticRegression implements PeriodClassifier {

    private static final int STEPS = 400;
    private static final double RATE = 0.5;
    private static final double DECAY = 1e-4;
    private static final int CLASSES = ClassVector.SIZE;

    private final double threshold;
    private final double[] mean = new double[Features.count()];
    private final double[] scale = new double[Features.count()];

    /// A row for each class; its last number is the constant.
    private final double[][] weights = new double[CLASSES][Features.count() + 1];

    private LogisticRegression(double threshold) {
        this.threshold = threshold;
    }

    /// Learns it.
    ///
    /// @param prior how much of each class there is
    /// @param threshold an attack is reported above this probability
    static LogisticRegression learn(LabelledPeriods periods, ClassVector prior, double threshold) {
        LogisticRegression regression = new LogisticRegression(threshold);
        regression.fit(periods, prior);
        return regression;
    }

    @SuppressWarnings("EnumOrdinal") // the row of a class
    private void fit(LabelledPeriods periods, ClassVector prior) {
        int size = Math.toIntExact(periods.size());
        double[][] rows = new double[size][];
        int[] truths = new int[size];
        double[] shares = new double[size];
        int next = 0;
        for (TrafficClass each : TrafficClass.all()) {
            for (Observation observation : periods.of(each)) {
                rows[next] = Features.of(observation);
                truths[next] = each.ordinal();
                shares[next++] = prior.get(each) / periods.count(each);
            }
        }
        standardise(rows);
        for (int step = 0; step < STEPS; step++) {
            double[][] gradient = new double[CLASSES][Features.count() + 1];
            for (int i = 0; i < size; i++) {
                double[] probabilities = probabilities(rows[i]);
                for (int c = 0; c < CLASSES; c++) {
                    double error = shares[i] * (probabilities[c] - (c == truths[i] ? 1 : 0));
                    for (int f = 0; f < rows[i].length; f++) {
                        gradient[c][f] += error * rows[i][f];
                    }
                    gradient[c][rows[i].length] += error;
                }
            }
            for (int c = 0; c < CLASSES; c++) {
                for (int f = 0; f < weights[c].length; f++) {
                    weights[c][f] -= RATE * (gradient[c][f] + DECAY * weights[c][f]);
                }
            }
        }
    }

    private void standardise(double[][] rows) {
        for (int f = 0; f < mean.length; f++) {
            double sum = 0;
            double squares = 0;
            for (double[] row : rows) {
                sum += row[f];
                squares += row[f] * row[f];
            }
            mean[f] = sum / Math.max(1, rows.length);
            double variance = squares / Math.max(1, rows.length) - mean[f] * mean[f];
            scale[f] = variance > 1e-12 ? 1 / Math.sqrt(variance) : 0;
        }
        for (double[] row : rows) {
            scale(row);
        }
    }

    private void scale(double... row) {
        for (int f = 0; f < row.length; f++) {
            row[f] = (row[f] - mean[f]) * scale[f];
        }
    }

    private double[] probabilities(double... row) {
        double[] logits = new double[CLASSES];
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < CLASSES; c++) {
            double sum = weights[c][row.length];
            for (int f = 0; f < row.length; f++) {
                sum += weights[c][f] * row[f];
            }
            logits[c] = sum;
            most = Math.max(most, sum);
        }
        double all = 0;
        for (int c = 0; c < CLASSES; c++) {
            logits[c] = StrictMath.exp(logits[c] - most);
            all += logits[c];
        }
        for (int c = 0; c < CLASSES; c++) {
            logits[c] /= all;
        }
        return logits;
    }

    private ClassVector score(Observation observation) {
        double[] row = Features.of(observation);
        scale(row);
        return ClassVector.of(probabilities(row));
    }

    @Override
    public Optional<TrafficClass> classify(Observation observation) {
        return Optional.of(score(observation).leading());
    }

    @Override
    public boolean reports(Observation observation) {
        ClassVector score = score(observation);
        return score.leading().isAttack() && 1 - score.get(TrafficClass.NORMAL) > threshold;
    }
}
