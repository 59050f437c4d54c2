package org.sipsleuth.social.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.sipsleuth.run.RunMonitor;

/// A mixture of normal distributions, fitted by expectation maximisation from given clusters (A. P.
/// Dempster, N. M. Laird, D. B. Rubin 1977) with the prior of C. Fraley and A. E. Raftery (2007,
/// *Bayesian regularization for normal mixture estimation and model-based clustering*). Without it
/// components collapse onto users who are equal in a feature, such as all those who make no calls.
/// Smile's mixtures need a native OpenBLAS, which is not part of SipSleuth and rounds as the
/// processor does. One fit; not for reuse.
final class GaussianMixture {

    private static final int MOST_STEPS = 200;

    /// A step that changes the logarithm of the likelihood by a smaller share is the last one, as
    /// in mclust.
    private static final double LEAST_CHANGE = 1e-5;

    /// A column depends on those before it where less than this share of its variance is left.
    private static final double LEAST_VARIANCE = 1e-6;

    /// How many rows at the mean of all the prior counts for: mclust's shrinkage.
    private static final double SHRINKAGE = 0.01;

    private final double[][] rows; // less the mean of each column
    private final int columns;
    private final boolean isFull;
    private final double[][] prior; // scatter, columns by columns
    private final Component[] components;
    private final double[][] shares; // of the components in each row; rows by components

    private GaussianMixture(double[][] rows, Partition start, boolean isFull) {
        this.rows = rows;
        this.isFull = isFull;
        columns = rows[0].length;
        prior = prior(rows, start.count());
        components = new Component[start.count()];
        shares = new double[rows.length][start.count()];
        for (int i = 0; i < rows.length; i++) {
            shares[i][start.clusterOf()[i]] = 1;
        }
    }

    /// A component: its mean, the lower Cholesky factor of its covariance, and the logarithm of its
    /// density at the mean, times its weight.
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
    /// parameters and n rows: **higher is better** (C. Fraley, A. E. Raftery 1998). Empty where no
    /// column varies, or the numbers are too large or too small to compute with.
    ///
    /// @param rows sorted; columns that do not vary, or depend linearly on columns before them, say
    ///     nothing more and are left out
    /// @param start the clusters that the fit begins with
    /// @param isFull whether covariances are full and differ (VVV), otherwise diagonal (VVI)
    static OptionalDouble bic(double[][] rows, Partition start, boolean isFull, RunMonitor monitor) {
        int[] independent = independent(rows);
        if (independent.length == 0) {
            return OptionalDouble.empty();
        }
        double[][] used = new double[rows.length][independent.length];
        for (int j = 0; j < independent.length; j++) {
            double[] values = centred(rows, independent[j]);
            for (int i = 0; i < values.length; i++) {
                used[i][j] = values[i];
            }
        }
        return new GaussianMixture(used, start, isFull).bic(monitor);
    }

    /// The columns that vary beside those before them, by Gram-Schmidt.
    private static int[] independent(double[][] rows) {
        List<double[]> directions = new ArrayList<>(); // of unit length, one value for each row
        return IntStream.range(0, rows[0].length).filter(column -> {
            double[] values = centred(rows, column);
            double before = dot(values, values);
            for (double[] direction : directions) {
                double along = dot(values, direction);
                for (int i = 0; i < values.length; i++) {
                    values[i] -= along * direction[i];
                }
            }
            double after = dot(values, values);
            if (after <= LEAST_VARIANCE * before) {
                return false;
            }
            double length = Math.sqrt(after);
            directions.add(Arrays.stream(values).map(value -> value / length).toArray());
            return true;
        }).toArray();
    }

    private static double[] centred(double[][] rows, int column) {
        double first = rows[0][column]; // less it, a column of equal values is exactly 0
        double[] values = Arrays.stream(rows).mapToDouble(row -> row[column] - first).toArray();
        double mean = Arrays.stream(values).average().orElse(0);
        return Arrays.stream(values).map(value -> value - mean).toArray();
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /// The scatter that the prior adds to each component: the covariance of all rows, the smaller
    /// the more components there are.
    private static double[][] prior(double[][] rows, int components) {
        int columns = rows[0].length;
        double parts = Math.pow(components, 2.0 / columns);
        double[][] prior = new double[columns][columns];
        for (double[] row : rows) {
            for (int j = 0; j < columns; j++) {
                for (int other = 0; other < columns; other++) {
                    prior[j][other] += row[j] * row[other] / (rows.length - 1) / parts;
                }
            }
        }
        return prior;
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
            boolean isLast = Math.abs(logLikelihood - before) <= LEAST_CHANGE * Math.abs(logLikelihood);
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
    /// @return whether all covariances are regular
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
            for (int j = 0; j < columns; j++) {
                mean[j] /= size + SHRINKAGE;
            }
            double[][] factor = covariance(component, mean, size);
            if (!factorise(factor)) {
                return false;
            }
            double logScale = Math.log(size / rows.length) - columns * Math.log(2 * Math.PI) / 2;
            for (int j = 0; j < columns; j++) {
                logScale -= Math.log(factor[j][j]);
            }
            components[component] = new Component(mean, factor, logScale);
        }
        return true;
    }

    /// The lower half of a component's covariance, or its diagonal alone: the mode of the
    /// posterior, with as many degrees of freedom of the prior as columns and two more.
    private double[][] covariance(int component, double[] mean, double size) {
        double[][] covariance = new double[columns][columns];
        double[] away = new double[columns];
        for (int i = 0; i < rows.length; i++) {
            double share = shares[i][component];
            if (share > 0) {
                for (int j = 0; j < columns; j++) {
                    away[j] = rows[i][j] - mean[j];
                    for (int other = isFull ? 0 : j; other <= j; other++) {
                        covariance[j][other] += share * away[j] * away[other];
                    }
                }
            }
        }
        for (int j = 0; j < columns; j++) {
            for (int other = isFull ? 0 : j; other <= j; other++) {
                covariance[j][other] += prior[j][other] + SHRINKAGE * mean[j] * mean[other];
                covariance[j][other] /= size + 2 * columns + 4;
            }
        }
        return covariance;
    }

    /// Makes the lower half of a covariance its Cholesky factor.
    ///
    /// @return whether it is regular
    private static boolean factorise(double[][] matrix) {
        for (int j = 0; j < matrix.length; j++) {
            for (int other = 0; other <= j; other++) {
                double value = matrix[j][other];
                for (int before = 0; before < other; before++) {
                    value -= matrix[j][before] * matrix[other][before];
                }
                if (other < j) {
                    matrix[j][other] = value / matrix[other][other];
                } else if (value > 0) {
                    matrix[j][j] = Math.sqrt(value);
                } else {
                    return false;
                }
            }
        }
        return true;
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
            double[] line = component.factor[j];
            for (int before = 0; isFull && before < j; before++) {
                away -= line[before] * solved[before];
            }
            solved[j] = away / line[j];
            distance += solved[j] * solved[j];
        }
        return component.logScale - distance / 2;
    }
}
