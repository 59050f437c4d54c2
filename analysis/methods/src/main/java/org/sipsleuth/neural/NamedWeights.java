package org.sipsleuth.neural;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Weights of a network under their name. Immutable.
public final class NamedWeights {

    private final WeightShape shape;
    private final float[] values;

    /// Copies the values.
    ///
    /// @throws IllegalArgumentException if there are not as many as the shape says
    public NamedWeights(WeightShape shape, float[] values) {
        if (shape.count() != values.length) {
            throw new IllegalArgumentException(
                    "%s has %d weights, not %d".formatted(shape.name(), values.length, shape.count()));
        }
        this.shape = shape;
        this.values = values.clone();
    }

    /// What they are called.
    public String name() {
        return shape.name();
    }

    /// Name and sizes.
    public WeightShape shape() {
        return shape;
    }

    /// A copy of the values, the last size running fastest.
    public float[] values() {
        return values.clone();
    }

    /// All rows.
    public float[][] rows() {
        return rows(0, shape.sizes().getLast());
    }

    /// A part of all rows.
    ///
    /// @param from where in the row it begins
    public float[][] rows(int from, int count) {
        int width = shape.sizes().getLast();
        float[][] rows = new float[values.length / width][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(values, i * width + from, i * width + from + count);
        }
        return rows;
    }

    /// The rows of each gate of a recurrent layer, whose parts of a row are of one size.
    ///
    /// @param count how many gates share a row
    public List<DenseRows> gates(int count) {
        int units = shape.sizes().getLast() / count;
        return IntStream.range(0, count).mapToObj(gate -> new DenseRows(rows(gate * units, units))).toList();
    }

    /// The weights of a network in the order of their shapes, checked.
    ///
    /// @param shapes what the network needs
    /// @param weights these, in any order
    /// @throws IllegalArgumentException if weights are missing, too many, of another size, or not
    ///     finite
    public static List<NamedWeights> inOrder(List<WeightShape> shapes, List<NamedWeights> weights) {
        Map<String, NamedWeights> byName = new HashMap<>();
        for (NamedWeights each : weights) {
            if (byName.put(each.name(), each) != null) {
                throw new IllegalArgumentException(each.name() + " is there twice");
            }
        }
        List<NamedWeights> sorted = shapes.stream().map(shape -> checked(shape, byName.remove(shape.name()))).toList();
        if (!byName.isEmpty()) {
            throw new IllegalArgumentException("unknown weights: " + byName.keySet());
        }
        return sorted;
    }

    private static NamedWeights checked(WeightShape shape, @Nullable NamedWeights weights) {
        if (weights == null) {
            throw new IllegalArgumentException(shape.name() + " is missing");
        }
        if (!weights.shape().equals(shape)) {
            throw new IllegalArgumentException(
                    "%s is of size %s, not %s".formatted(shape.name(), weights.shape().sizes(), shape.sizes()));
        }
        if (!weights.isFinite()) {
            throw new IllegalArgumentException(shape.name() + " has a weight that is not finite");
        }
        return weights;
    }

    private boolean isFinite() {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
