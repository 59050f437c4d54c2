package org.sipsleuth.ngram.embedding;

import java.util.Arrays;
import java.util.Map;

/// A vector over all n-grams that is 0 nearly everywhere. Immutable.
public final class SparseVector {

    /// The vector of no message.
    public static final SparseVector ZERO = new SparseVector(new long[0], new double[0]);

    private static final double ROUNDING = 1e-13;
    private static final double STEPS = 1L << 32;

    private final long[] keys;
    private final double[] values;
    private final double squaredNorm;

    /// Takes both arrays as its own.
    SparseVector(long[] keys, double[] values) {
        this.keys = keys;
        this.values = values;
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        this.squaredNorm = sum;
    }

    /// A vector of these values by key; zeros are left out.
    public static SparseVector of(Map<Long, Double> values) {
        long[] keys = values.entrySet()
                .stream()
                .filter(entry -> entry.getValue() != 0)
                .mapToLong(Map.Entry::getKey)
                .sorted()
                .toArray();
        double[] sorted = new double[keys.length];
        for (int i = 0; i < keys.length; i++) {
            sorted[i] = values.getOrDefault(keys[i], 0.0);
        }
        return new SparseVector(keys, sorted);
    }

    /// How many n-grams it has.
    public int size() {
        return keys.length;
    }

    /// The key of its `i`-th n-gram, in ascending order of signed keys.
    public long key(int i) {
        return keys[i];
    }

    /// The value of its `i`-th n-gram.
    public double value(int i) {
        return values[i];
    }

    /// The value of an n-gram, 0 if it has none. Cost: logarithm of its size.
    public double at(long key) {
        int place = Arrays.binarySearch(keys, key);
        return place < 0 ? 0 : values[place];
    }

    /// The sum of the squares of its values.
    public double squaredNorm() {
        return squaredNorm;
    }

    /// The sum of the products of both vectors' values.
    public double dot(SparseVector other) {
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < keys.length && j < other.keys.length) {
            long mine = keys[i];
            long its = other.keys[j];
            if (mine == its) {
                sum += values[i++] * other.values[j++];
            } else if (mine < its) {
                i++;
            } else {
                j++;
            }
        }
        return sum;
    }

    /// The squared Euclidean distance; never negative.
    public double squaredDistance(SparseVector other) {
        return squaredDistance(squaredNorm, other.squaredNorm, dot(other));
    }

    /// The squared distance by squared lengths and product. What rounding leaves of equal vectors
    /// is 0.
    public static double squaredDistance(double one, double other, double product) {
        double squared = one + other - 2 * product;
        return squared <= ROUNDING * (one + other) ? 0 : squared;
    }

    /// Squared distances in steps, so that those which differ by rounding only are equal.
    public static double comparable(double squaredDistance) {
        return Math.rint(squaredDistance * STEPS);
    }

    /// The Euclidean distance.
    public double distance(SparseVector other) {
        return Math.sqrt(squaredDistance(other));
    }

    /// This vector times a number.
    public SparseVector times(double factor) {
        double[] scaled = new double[values.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = values[i] * factor;
        }
        return new SparseVector(keys, scaled);
    }

    /// The squares of its values.
    public SparseVector squared() {
        double[] squares = new double[values.length];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = values[i] * values[i];
        }
        return new SparseVector(keys, squares);
    }

    /// This vector divided by its length; the zero vector as it is.
    public SparseVector unit() {
        return squaredNorm == 0 ? this : times(1 / Math.sqrt(squaredNorm));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SparseVector its && Arrays.equals(keys, its.keys) && Arrays.equals(values, its.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(keys) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return size() + " n-grams, length " + Math.sqrt(squaredNorm);
    }
}
