package org.sipsleuth.ngram.global;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.ngram.embedding.SparseVector;
import org.sipsleuth.run.RunMonitor;

/// Solves the dual problem of the smallest regularised sphere (support vector data description,
/// the paper's references 9 and 25): minimise αᵀKα − Σ αᵢKᵢᵢ with Σ αᵢ = 1 and 0 ≤ αᵢ ≤ C.
///
/// Sequential minimal optimisation: two multipliers at a time, the first by the largest violation
/// of the optimality conditions, the second by the largest decrease. Rows of K are computed when
/// they are asked for. Deterministic.
final class SphereSolver {

    private static final long MOST_STEPS = 2_000_000;
    private static final int STEPS_BETWEEN_LOOKS = 256;
    private static final double LEAST_CURVATURE = 1e-12;

    private final List<SparseVector> vectors;
    private final double most;
    private final double tolerance;
    private final double[] multipliers;
    private final double[] gradient;
    private final double[] @Nullable [] rows;

    /// @param most C, the largest multiplier; at least 1 / number of vectors
    /// @param tolerance the violation that is accepted, in squared distance
    SphereSolver(List<SparseVector> vectors, double most, double tolerance) {
        this.vectors = vectors;
        this.most = most;
        this.tolerance = tolerance;
        this.multipliers = new double[vectors.size()];
        this.gradient = new double[vectors.size()];
        this.rows = new double[vectors.size()][];
    }

    /// The multipliers, in the order of the vectors.
    double[] solve(RunMonitor monitor) {
        start();
        for (long step = 0; step < MOST_STEPS; step++) {
            if (step % STEPS_BETWEEN_LOOKS == 0) {
                monitor.throwIfCancelled();
            }
            int raised = lowest();
            int lowered = partner(raised);
            if (lowered < 0) {
                break;
            }
            move(raised, lowered);
        }
        return multipliers.clone();
    }

    /// As many multipliers at C as sum up to 1.
    private void start() {
        double left = 1;
        for (int i = 0; i < multipliers.length && left > 0; i++) {
            multipliers[i] = Math.min(most, left);
            left = left <= most ? 0 : left - most;
        }
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = -vectors.get(i).squaredNorm();
        }
        for (int i = 0; i < multipliers.length; i++) {
            if (multipliers[i] > 0) {
                double[] row = row(i);
                for (int k = 0; k < gradient.length; k++) {
                    gradient[k] += 2 * multipliers[i] * row[k];
                }
            }
        }
    }

    /// The vector farthest outside whose multiplier can grow.
    private int lowest() {
        int found = -1;
        for (int i = 0; i < gradient.length; i++) {
            if (multipliers[i] < most && (found < 0 || gradient[i] < gradient[found])) {
                found = i;
            }
        }
        return found;
    }

    /// The vector whose multiplier pays most for the other's growth, or -1 at the optimum.
    private int partner(int raised) {
        if (raised < 0) {
            return -1;
        }
        double[] row = row(raised);
        int found = -1;
        double best = 0;
        double violation = 0;
        for (int j = 0; j < gradient.length; j++) {
            double difference = gradient[j] - gradient[raised];
            if (multipliers[j] > 0 && difference > 0) {
                violation = Math.max(violation, difference);
                double gain = difference * difference / curvature(raised, j, row);
                if (gain > best) {
                    best = gain;
                    found = j;
                }
            }
        }
        return violation <= tolerance ? -1 : found;
    }

    private double curvature(int i, int j, double[] rowOfI) {
        return Math.max(LEAST_CURVATURE, vectors.get(i).squaredNorm() + vectors.get(j).squaredNorm() - 2 * rowOfI[j]);
    }

    private void move(int raised, int lowered) {
        double[] up = row(raised);
        double[] down = row(lowered);
        double step = (gradient[lowered] - gradient[raised]) / (2 * curvature(raised, lowered, up));
        double room = most - multipliers[raised];
        if (step >= room && room <= multipliers[lowered]) {
            step = room;
            multipliers[raised] = most;
            multipliers[lowered] -= step;
        } else if (step >= multipliers[lowered]) {
            step = multipliers[lowered];
            multipliers[raised] += step;
            multipliers[lowered] = 0;
        } else {
            multipliers[raised] += step;
            multipliers[lowered] -= step;
        }
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] += 2 * step * (up[k] - down[k]);
        }
    }

    private double[] row(int i) {
        double[] row = rows[i];
        if (row == null) {
            row = new double[vectors.size()];
            SparseVector vector = vectors.get(i);
            for (int k = 0; k < row.length; k++) {
                row[k] = vector.dot(vectors.get(k));
            }
            rows[i] = row;
        }
        return row;
    }

    @Override
    public String toString() {
        return Arrays.toString(multipliers);
    }
}
