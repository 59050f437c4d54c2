package org.sipsleuth.social.cluster;

import java.util.Arrays;
import java.util.List;

/// The plane of the first two principal components of scaled features (paper 5, Table 2 and Fig.
/// 15), in which clusters are drawn. What lies apart in it lies apart; what lies together need not,
/// the less so the smaller the share of variance. Components are those of the covariance matrix.
/// The order of the rows makes no difference. Immutable.
public final class PrincipalPlane {

    /// Loadings that differ by less than this share count as equal when the sign is chosen.
    private static final double EQUAL = 1e-9;

    private final double[] means;
    private final double[][] axes; // components by columns
    private final double[] shares;
    private final double[][] coordinates; // rows by 2

    private PrincipalPlane(double[] means, double[][] axes, double[] shares, double[][] coordinates) {
        this.means = means;
        this.axes = axes;
        this.shares = shares;
        this.coordinates = coordinates;
    }

    /// Finds the components.
    ///
    /// @param rows finite values, each row with the same columns, at least one row with one column
    public static PrincipalPlane of(List<double[]> rows) {
        if (rows.isEmpty() || rows.getFirst().length == 0) {
            throw new IllegalArgumentException("principal components of no values");
        }
        double[][] sorted = SortedRows.of(rows).rows();
        double[] means = means(sorted);
        SymmetricEigen eigen = SymmetricEigen.of(covariance(sorted, means));
        double[][] axes = new double[means.length][];
        double[] shares = new double[means.length];
        double sum = 0;
        for (int axis = 0; axis < axes.length; axis++) {
            axes[axis] = withSign(eigen.vector(axis));
            shares[axis] = Math.max(0, eigen.value(axis));
            sum += shares[axis];
        }
        for (int axis = 0; axis < axes.length; axis++) {
            shares[axis] = sum == 0 ? 0 : shares[axis] / sum;
        }
        double[][] coordinates = new double[rows.size()][];
        for (int row = 0; row < coordinates.length; row++) {
            coordinates[row] = new double[2];
            for (int axis = 0; axis < Math.min(2, axes.length); axis++) {
                coordinates[row][axis] = coordinate(rows.get(row), means, axes[axis]);
            }
        }
        return new PrincipalPlane(means, axes, shares, coordinates);
    }

    private static double[] means(double[][] rows) {
        double[] means = new double[rows[0].length];
        for (double[] row : rows) {
            for (int j = 0; j < means.length; j++) {
                means[j] += row[j] / rows.length;
            }
        }
        return means;
    }

    private static double[][] covariance(double[][] rows, double[] means) {
        double[][] covariance = new double[means.length][means.length];
        for (double[] row : rows) {
            for (int i = 0; i < means.length; i++) {
                for (int j = 0; j <= i; j++) {
                    covariance[i][j] += (row[i] - means[i]) * (row[j] - means[j]);
                }
            }
        }
        for (int i = 0; i < means.length; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] /= Math.max(1, rows.length - 1);
                covariance[j][i] = covariance[i][j];
            }
        }
        return covariance;
    }

    /// Turns a vector so that its largest loading, the first of equal ones, is positive.
    private static double[] withSign(double[] vector) {
        int largest = 0;
        for (int j = 1; j < vector.length; j++) {
            if (Math.abs(vector[j]) > Math.abs(vector[largest]) * (1 + EQUAL)) {
                largest = j;
            }
        }
        double sign = vector[largest] < 0 ? -1 : 1;
        return Arrays.stream(vector).map(value -> sign * value).toArray();
    }

    private static double coordinate(double[] row, double[] means, double[] axis) {
        double sum = 0;
        for (int j = 0; j < axis.length; j++) {
            sum += (row[j] - means[j]) * axis[j];
        }
        return sum;
    }

    /// The coordinate of a row on the first axis, in scaled features; the mean of all rows is 0.
    public double x(int row) {
        return coordinates[row][0];
    }

    /// The coordinate of a row on the second axis; 0 where there is one column only.
    public double y(int row) {
        return coordinates[row][1];
    }

    /// How many axes there are: as many as columns.
    public int axes() {
        return axes.length;
    }

    /// The share of the variance along an axis, 0 to 1; it falls from axis to axis, and all add up
    /// to 1, or to 0 if all rows are equal.
    ///
    /// @param axis 0 and 1 span the plane
    public double share(int axis) {
        return shares[axis];
    }

    /// How much a column adds to an axis, -1 to 1; the squares of an axis add up to 1, and the
    /// loading farthest from 0 is positive.
    ///
    /// @param column of the rows: a place in [Scaling#features]
    public double loading(int axis, int column) {
        return axes[axis][column];
    }

    /// The coordinate of any row on an axis.
    double coordinate(double[] row, int axis) {
        return coordinate(row, means, axes[axis]);
    }
}
