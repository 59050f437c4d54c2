package org.sipsleuth.ngram.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.sipsleuth.ngram.embedding.SparseVector;
import org.sipsleuth.ngram.embedding.VectorSum;
import org.sipsleuth.run.RunMonitor;

/// Groups of messages that are alike, by k-means with the starts of k-means++. The same vectors,
/// number and seed give the same groups. Immutable.
public final class Clusters {

    private static final int MOST_ROUNDS = 50;

    private final List<SparseVector> means;
    private final int[] assignments;
    private final double inertia;

    private Clusters(List<SparseVector> means, int[] assignments, double inertia) {
        this.means = List.copyOf(means);
        this.assignments = assignments;
        this.inertia = inertia;
    }

    /// Finds groups.
    ///
    /// @param most the largest number of groups; fewer are found where fewer vectors differ
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static Clusters of(List<SparseVector> vectors, int most, long seed, RunMonitor monitor) {
        List<SparseVector> means = starts(vectors, most, seed, monitor);
        int[] assignments = new int[vectors.size()];
        for (int round = 0; round < MOST_ROUNDS; round++) {
            monitor.throwIfCancelled();
            int[] next = assign(vectors, means);
            if (round > 0 && Arrays.equals(next, assignments)) {
                break;
            }
            assignments = next;
            means = means(vectors, assignments, means);
        }
        assignments = assign(vectors, means);
        double inertia = 0;
        for (int i = 0; i < assignments.length; i++) {
            inertia += means.get(assignments[i]).squaredDistance(vectors.get(i));
        }
        return bySize(means, assignments, inertia);
    }

    private static List<SparseVector> starts(List<SparseVector> vectors, int most, long seed, RunMonitor monitor) {
        List<SparseVector> starts = new ArrayList<>();
        if (vectors.isEmpty() || most < 1) {
            return starts;
        }
        SplittableRandom random = new SplittableRandom(seed);
        starts.add(vectors.get(random.nextInt(vectors.size())));
        double[] squares = new double[vectors.size()];
        Arrays.fill(squares, Double.POSITIVE_INFINITY);
        while (starts.size() < most) {
            monitor.throwIfCancelled();
            double sum = 0;
            for (int i = 0; i < squares.length; i++) {
                squares[i] = Math.min(squares[i], starts.getLast().squaredDistance(vectors.get(i)));
                sum += squares[i];
            }
            if (!(sum > 0)) {
                break;
            }
            double left = random.nextDouble() * sum;
            int chosen = -1;
            for (int i = 0; i < squares.length && left >= 0; i++) {
                if (squares[i] > 0) {
                    chosen = i;
                    left -= squares[i];
                }
            }
            starts.add(vectors.get(chosen));
        }
        return starts;
    }

    private static int[] assign(List<SparseVector> vectors, List<SparseVector> means) {
        return IntStream.range(0, vectors.size()).parallel().map(i -> nearest(vectors.get(i), means)).toArray();
    }

    private static int nearest(SparseVector vector, List<SparseVector> means) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < means.size(); i++) {
            double distance = means.get(i).squaredDistance(vector);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    /// The means of the groups; that of an empty group stays.
    private static List<SparseVector> means(List<SparseVector> vectors, int[] assignments, List<SparseVector> before) {
        int[] sizes = new int[before.size()];
        List<VectorSum> sums = before.stream().map(_ -> new VectorSum()).toList();
        for (int i = 0; i < assignments.length; i++) {
            sizes[assignments[i]]++;
            sums.get(assignments[i]).add(vectors.get(i), 1);
        }
        List<SparseVector> means = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            means.add(sizes[i] == 0 ? before.get(i) : sums.get(i).vector().times(1.0 / sizes[i]));
        }
        return means;
    }

    /// Numbers the groups by size, the largest first; empty ones are left out.
    private static Clusters bySize(List<SparseVector> means, int[] assignments, double inertia) {
        int[] sizes = new int[means.size()];
        for (int assignment : assignments) {
            sizes[assignment]++;
        }
        List<Integer> order = IntStream.range(0, sizes.length)
                .filter(i -> sizes[i] > 0)
                .boxed()
                .sorted((a, b) -> Integer.compare(sizes[b], sizes[a]))
                .toList();
        int[] numbers = new int[sizes.length];
        for (int i = 0; i < order.size(); i++) {
            numbers[order.get(i)] = i;
        }
        return new Clusters(order.stream().map(means::get).toList(),
                Arrays.stream(assignments).map(its -> numbers[its]).toArray(), inertia);
    }

    /// How many groups there are.
    public int count() {
        return means.size();
    }

    /// The group of a vector, from 0: the largest one.
    public int of(int vector) {
        return assignments[vector];
    }

    /// The vectors of a group, in order.
    public int[] members(int cluster) {
        return IntStream.range(0, assignments.length).filter(i -> assignments[i] == cluster).toArray();
    }

    /// The mean of a group.
    public SparseVector mean(int cluster) {
        return means.get(cluster);
    }

    /// The group whose mean is nearest to a vector.
    ///
    /// @throws IllegalStateException if there are no groups
    public int nearest(SparseVector vector) {
        if (means.isEmpty()) {
            throw new IllegalStateException("no groups");
        }
        return nearest(vector, means);
    }

    /// The sum of all squared distances from the means.
    public double inertia() {
        return inertia;
    }
}
