package org.sipsleuth.social.cluster;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's method (G. H. Golub, C. F. Van
/// Loan, *Matrix Computations*, §8.5), for the dozen columns there are. Smile's decomposition needs
/// a native OpenBLAS, which is not part of SipSleuth and rounds as the processor does. Immutable.
final class SymmetricEigen {

    private static final int MOST_SWEEPS = 64;

    /// What may be left beside the diagonal, as a share of the trace.
    private static final double ROUNDING = 1e-15;

    private final double[] values;
    private final double[][] vectors; // one row for each eigenvector

    private SymmetricEigen(double[] values, double[][] vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    /// Decomposes a matrix, which is not changed.
    static SymmetricEigen of(double[][] matrix) {
        int size = matrix.length;
        double[][] rotated = new double[size][];
        double[][] vectors = new double[size][size];
        for (int i = 0; i < size; i++) {
            rotated[i] = matrix[i].clone();
            vectors[i][i] = 1;
        }
        double enough = ROUNDING * trace(matrix);
        for (int sweep = 0; sweep < MOST_SWEEPS && offDiagonal(rotated) > enough; sweep++) {
            for (int p = 0; p < size; p++) {
                for (int q = p + 1; q < size; q++) {
                    rotate(rotated, vectors, p, q);
                }
            }
        }
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -rotated[i][i]))
                .mapToInt(i -> i)
                .toArray();
        double[] values = new double[size];
        double[][] sorted = new double[size][];
        for (int i = 0; i < size; i++) {
            values[i] = rotated[order[i]][order[i]];
            sorted[i] = vectors[order[i]];
        }
        return new SymmetricEigen(values, sorted);
    }

    private static double trace(double[][] matrix) {
        return IntStream.range(0, matrix.length).mapToDouble(i -> Math.abs(matrix[i][i])).sum();
    }

    private static double offDiagonal(double[][] matrix) {
        double sum = 0;
        for (int i = 0; i < matrix.length; i++) {
            for (int j = i + 1; j < matrix.length; j++) {
                sum += Math.abs(matrix[i][j]);
            }
        }
        return sum;
    }

    /// Makes the element (p, q) zero.
    private static void rotate(double[][] matrix, double[][] vectors, int p, int q) {
        double beside = matrix[p][q];
        if (beside == 0) {
            return;
        }
        double theta = (matrix[q][q] - matrix[p][p]) / (2 * beside);
        double tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(1, theta));
        double cosine = 1 / Math.sqrt(1 + tangent * tangent);
        double sine = tangent * cosine;
        for (int i = 0; i < matrix.length; i++) {
            if (i != p && i != q) {
                double ofP = matrix[i][p];
                double ofQ = matrix[i][q];
                matrix[i][p] = cosine * ofP - sine * ofQ;
                matrix[p][i] = matrix[i][p];
                matrix[i][q] = sine * ofP + cosine * ofQ;
                matrix[q][i] = matrix[i][q];
            }
            double vectorP = vectors[p][i];
            double vectorQ = vectors[q][i];
            vectors[p][i] = cosine * vectorP - sine * vectorQ;
            vectors[q][i] = sine * vectorP + cosine * vectorQ;
        }
        matrix[p][p] -= tangent * beside;
        matrix[q][q] += tangent * beside;
        matrix[p][q] = 0;
        matrix[q][p] = 0;
    }

    /// An eigenvalue; the largest is number 0.
    double value(int number) {
        return values[number];
    }

    /// The eigenvector of unit length of that value; not a copy. Its sign has no meaning.
    double[] vector(int number) {
        return vectors[number];
    }
}
