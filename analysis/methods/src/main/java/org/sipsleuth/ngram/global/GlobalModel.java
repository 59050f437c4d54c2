package org.sipsleuth.ngram.global;

import java.util.Arrays;
import java.util.List;
import org.sipsleuth.ngram.embedding.SparseVector;
import org.sipsleuth.ngram.embedding.VectorSum;
import org.sipsleuth.run.RunMonitor;

/// The smallest regularised sphere around normal messages (paper 3, section 4.2). Immutable; any
/// thread.
///
/// The score is the squared distance from its centre; higher is more anomalous. At most a share of
/// ν of the training messages lies outside, and at least a share of ν are support vectors.
public final class GlobalModel {

    /// The violation of the optimality conditions that is accepted, as a share of the largest
    /// squared length of a training vector.
    private static final double TOLERANCE = 1e-9;

    private final SparseVector centre;
    private final double squaredRadius;
    private final double[] multipliers;

    private GlobalModel(SparseVector centre, double squaredRadius, double[] multipliers) {
        this.centre = centre;
        this.squaredRadius = squaredRadius;
        this.multipliers = multipliers;
    }

    /// Fits the sphere.
    ///
    /// @param vectors of normal messages
    /// @param nu the share of messages that may lie outside, 0 (none) to 1 (the centre is the mean)
    /// @throws IllegalArgumentException if there are no vectors, or ν is out of its range
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static GlobalModel fit(List<SparseVector> vectors, double nu, RunMonitor monitor) {
        if (vectors.isEmpty() || !(nu >= 0 && nu <= 1)) {
            throw new IllegalArgumentException(vectors.size() + " vectors, nu " + nu);
        }
        double most = nu * vectors.size() <= 1 ? 1 : 1 / (nu * vectors.size());
        double longest = vectors.stream().mapToDouble(SparseVector::squaredNorm).max().orElse(0);
        double[] multipliers = new SphereSolver(vectors, most, TOLERANCE * longest).solve(monitor);
        return of(vectors, multipliers, most);
    }

    private static GlobalModel of(List<SparseVector> vectors, double[] multipliers, double most) {
        VectorSum sum = new VectorSum();
        for (int i = 0; i < multipliers.length; i++) {
            if (multipliers[i] > 0) {
                sum.add(vectors.get(i), multipliers[i]);
            }
        }
        SparseVector centre = sum.vector();
        double onSphere = 0;
        int count = 0;
        double inside = 0;
        double outside = Double.POSITIVE_INFINITY;
        for (int i = 0; i < multipliers.length; i++) {
            double distance = centre.squaredDistance(vectors.get(i));
            if (multipliers[i] > 0 && multipliers[i] < most) {
                onSphere += distance;
                count++;
            } else if (multipliers[i] > 0) {
                outside = Math.min(outside, distance);
            } else {
                inside = Math.max(inside, distance);
            }
        }
        double radius = count > 0 ? onSphere / count : Double.isInfinite(outside) ? inside : Math.max(inside, outside);
        return new GlobalModel(centre, radius, multipliers);
    }

    /// A sphere that was fitted before.
    public static GlobalModel of(SparseVector centre, double squaredRadius) {
        return new GlobalModel(centre, squaredRadius, new double[0]);
    }

    /// The squared distance of a message from the centre; higher is more anomalous.
    public double score(SparseVector message) {
        return centre.squaredDistance(message);
    }

    /// The centre µ.
    public SparseVector centre() {
        return centre;
    }

    /// The squared radius: the score of messages on the sphere.
    public double squaredRadius() {
        return squaredRadius;
    }

    /// How many training messages define the centre.
    public int supportCount() {
        return (int) Arrays.stream(multipliers).filter(each -> each > 0).count();
    }

    /// The weight of a training message in the centre, 0 to 1.
    public double multiplier(int i) {
        return multipliers[i];
    }
}
