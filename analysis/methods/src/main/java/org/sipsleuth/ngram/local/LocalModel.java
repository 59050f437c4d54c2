package org.sipsleuth.ngram.local;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.sipsleuth.ngram.embedding.SparseVector;

/// Normal messages that others are compared with (paper 3, section 4.2). Immutable; any thread.
///
/// The score is the mean distance to the k nearest less 1/k² times the sum of the distances among
/// those; higher is more anomalous. [#scorer] finds the nearest without looking at all.
public final class LocalModel {

    private final List<SparseVector> vectors;
    private final int k;
    private final NeighbourIndex index;

    private LocalModel(List<SparseVector> vectors, int k, NeighbourIndex index) {
        this.vectors = vectors;
        this.k = k;
        this.index = index;
    }

    /// A model of these messages.
    ///
    /// @param vectors of normal messages; copies count as often as they are there
    /// @param k how many neighbours are compared with, 1 to the number of messages
    /// @throws IllegalArgumentException if k is out of its range
    public static LocalModel fit(List<SparseVector> vectors, int k) {
        if (k < 1 || k > vectors.size()) {
            throw new IllegalArgumentException(k + " neighbours of " + vectors.size());
        }
        List<SparseVector> copied = List.copyOf(vectors);
        return new LocalModel(copied, k, NeighbourIndex.of(copied));
    }

    /// How many neighbours are compared with.
    public int k() {
        return k;
    }

    /// How many normal messages there are.
    public int size() {
        return vectors.size();
    }

    /// The vector of a normal message.
    public SparseVector vector(int i) {
        return vectors.get(i);
    }

    NeighbourIndex index() {
        return index;
    }

    /// What scores messages one after the other; each thread needs its own.
    public LocalScorer scorer() {
        return new LocalScorer(this);
    }

    /// The score of one message. Many are scored faster by one [#scorer].
    public LocalScore score(SparseVector message) {
        return scorer().score(message);
    }

    /// The nearest normal message of one message.
    public Neighbour nearest(SparseVector message) {
        return scorer().nearest(message);
    }

    /// The score by comparing with every normal message: what [#scorer] must equal.
    public LocalScore scoreByAll(SparseVector message) {
        List<Neighbour> nearest = IntStream.range(0, vectors.size())
                .mapToObj(i -> new Neighbour(i, message.distance(vectors.get(i))))
                .sorted(Comparator
                        .comparingDouble((Neighbour each) -> SparseVector.comparable(each.distance() * each.distance()))
                        .thenComparingInt(Neighbour::index))
                .limit(k)
                .toList();
        return score(nearest, PairDistances.NONE);
    }

    LocalScore score(List<Neighbour> nearest, PairDistances known) {
        double sum = 0;
        double among = 0;
        for (int i = 0; i < k; i++) {
            sum += nearest.get(i).distance();
            for (int j = 0; j < i; j++) {
                among += known.distance(nearest.get(j).index(), nearest.get(i).index(), vectors);
            }
        }
        double mean = sum / k;
        double spread = 2 * among / ((double) k * k);
        return new LocalScore(mean - spread, mean, spread, new ArrayList<>(nearest));
    }
}
