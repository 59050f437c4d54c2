package org.sipsleuth.social.cluster;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.sipsleuth.run.RunMonitor;

/// A mixture of normal distributions, fitted by expectation maximisation from given clusters (A. P.
/// Dempster, N. M. Laird, D. B. Rubin 1977). Smile's mixtures need a native OpenBLAS, which is not
/// part of SipSleuth and rounds as the processor does. One fit; not for reuse.
final class GaussianMixture {

    private static final int MOST_STEPS = 200;

    /// A step that raises the logarithm of the likelihood by a smaller share is the last one, as in
    /// mclust.
    private static final double LEAST_GAIN = 1e-5;

    /// A component is degenerate where the variance of a column, given the columns before it, is
    /// below this share of the column's variance in all rows.
    private static final double LEAST_VARIANCE = 1e-6;

    private final double[][] rows;
    private final int columns;
    private final boolean isFull;
    private final double[] least; // variance by column
    private final Component[] components;
    private final double[][] shares; // of the components in each row; rows by components

    private GaussianMixture(double[][] rows, Partition start, boolean isFull) {
        this.rows = rows;
        this.isFull = isFull;
        columns = rows[0].length;
        least = variances(rows);
        for (int j = 0; j < columns; j++) {
            least[j] *= LEAST_VARIANCE;
        }
        components = new Component[start.count()];
        shares = new double[rows.length][start.count()];
        for (int i = 0; i < rows.length; i++) {
            shares[i][start.clusterOf()[i]] = 1;
        }
    }

    /// A component: its mean; the lower Cholesky factor of its covariance, or one row of standard
    /// deviations; and the logarithm of its density at the mean, times its weight.
    private static final class Component {

        private final double[] mean;
        private final double[][] factor;
        private final double logScale;

        Component(double[] mean, double[][] factor, double logScale) {
            this.mean = mean;
            this.factor = factor;
            this.logScale = logScale;
        }
    }

    /// The Bayesian information criterion of the fitted mixture, 2 ln L - p ln n with p free
    /// parameters and n rows: **higher is better** (C. Fraley, A. E. Raftery 1998). Empty where a
    /// component becomes degenerate: it has fewer rows than its covariance needs, or a column that
    /// does not vary.
    ///
    /// @param rows sorted; columns in which all rows are equal are left out
    /// @param start the clusters that the fit begins with
    /// @param isFull whether covariances are full and differ (VVV), otherwise diagonal (VVI)
    static OptionalDouble bic(
            double[][] rows, Partition start, boolean isFull, RunMonitor monitor) {
        double[] variances = variances(rows);
        int[] varying =
                IntStream.range(0, variances.length).filter(j -> variances[j] > 0).toArray();
        if (varying.length == 0) {
            return OptionalDouble.empty();
        }
        double[][] used =
                Arrays.stream(rows)
                        .map(row -> Arrays.stream(varying).mapToDouble(j -> row[j]).toArray())
                        .toArray(double[][]::new);
        return new GaussianMixture(used, start, isFull).bic(monitor);
    }

    private static double[] variances(double[][] rows) {
        double[] variances = new double[rows[0].length];
        for (int j = 0; j < variances.length; j++) {
            int column = j;
            double mean = Arrays.stream(rows).mapToDouble(row -> row[column]).average().orElse(0);
            for (double[] row : rows) {
                variances[j] += (row[j] - mean) * (row[j] - mean) / rows.length;
            }
        }
        return variances;
    }

    private OptionalDouble bic(RunMonitor monitor) {
        double before = Double.NEGATIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS; step++) {
            monitor.throwIfCancelled();
            if (!maximise()) {
                return OptionalDouble.empty();
            }
            double logLikelihood = expect();
            if (!Double.isFinite(logLikelihood)) {
                return OptionalDouble.empty();
            }
            boolean isLast = logLikelihood - before <= LEAST_GAIN * Math.abs(logLikelihood);
            before = logLikelihood;
            if (isLast) {
                break;
            }
        }
        return OptionalDouble.of(2 * before - parameters() * Math.log(rows.length));
    }

    private double parameters() {
        double covariance = isFull ? columns * (columns + 1) / 2.0 : columns;
        return components.length * (columns + covariance) + components.length - 1;
    }

    /// Fits the components to the shares.
    ///
    /// @return whether none is degenerate
    private boolean maximise() {
        for (int component = 0; component < components.length; component++) {
            double size = 0;
            double[] mean = new double[columns];
            for (int i = 0; i < rows.length; i++) {
                double share = shares[i][component];
                size += share;
                for (int j = 0; j < columns; j++) {
                    mean[j] += share * rows[i][j];
                }
            }
            if (size <= (isFull ? columns : 1)) {
                return false;
            }
            for (int j = 0; j < columns; j++) {
                mean[j] /= size;
            }
            double[][] factor =
                    isFull
                            ? choleskyFactor(component, mean, size)
                            : deviations(component, mean, size);
            if (factor.length == 0) {
                return false;
            }
            double logScale = Math.log(size / rows.length) - columns * Math.log(2 * Math.PI) / 2;
            for (int j = 0; j < columns; j++) {
                logScale -= Math.log(isFull ? factor[j][j] : factor[0][j]);
            }
            components[component] = new Component(mean, factor, logScale);
        }
        return true;
    }

    /// The standard deviations in one row; nothing if one is too small.
    private double[][] deviations(int component, double[] mean, double size) {
        double[] deviations = new double[columns];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns; j++) {
                double away = rows[i][j] - mean[j];
                deviations[j] += shares[i][component] * away * away / size;
            }
        }
        for (int j = 0; j < columns; j++) {
            if (deviations[j] < least[j]) {
                return new double[0][];
            }
            deviations[j] = Math.sqrt(deviations[j]);
        }
        return new double[][] {deviations};
    }

    /// The Cholesky factor of the covariance; nothing if that is singular.
    private double[][] choleskyFactor(int component, double[] mean, double size) {
        double[][] factor = new double[columns][columns];
        double[] away = new double[columns];
        for (int i = 0; i < rows.length; i++) {
            double share = shares[i][component] / size;
            if (share > 0) {
                for (int j = 0; j < columns; j++) {
                    away[j] = rows[i][j] - mean[j];
                    for (int other = 0; other <= j; other++) {
                        factor[j][other] += share * away[j] * away[other];
                    }
                }
            }
        }
        for (int j = 0; j < columns; j++) {
            for (int other = 0; other <= j; other++) {
                double value = factor[j][other];
                for (int before = 0; before < other; before++) {
                    value -= factor[j][before] * factor[other][before];
                }
                if (other < j) {
                    factor[j][other] = value / factor[other][other];
                } else if (value >= least[j]) {
                    factor[j][j] = Math.sqrt(value);
                } else {
                    return new double[0][];
                }
            }
        }
        return factor;
    }

    /// Fits the shares to the components.
    ///
    /// @return the logarithm of the likelihood
    private double expect() {
        double sum = 0;
        double[] solved = new double[columns];
        for (int i = 0; i < rows.length; i++) {
            double most = Double.NEGATIVE_INFINITY;
            for (int component = 0; component < components.length; component++) {
                shares[i][component] = logDensity(rows[i], components[component], solved);
                most = Math.max(most, shares[i][component]);
            }
            double density = 0;
            for (int component = 0; component < components.length; component++) {
                shares[i][component] = Math.exp(shares[i][component] - most);
                density += shares[i][component];
            }
            for (int component = 0; component < components.length; component++) {
                shares[i][component] /= density;
            }
            sum += most + Math.log(density);
        }
        return sum;
    }

    private double logDensity(double[] row, Component component, double[] solved) {
        double distance = 0; // squared, of Mahalanobis
        for (int j = 0; j < columns; j++) {
            double away = row[j] - component.mean[j];
            if (isFull) {
                double[] line = component.factor[j];
                for (int before = 0; before < j; before++) {
                    away -= line[before] * solved[before];
                }
                solved[j] = away / line[j];
            } else {
                solved[j] = away / component.factor[0][j];
            }
            distance += solved[j] * solved[j];
        }
        return component.logScale - distance / 2;
    }
}
