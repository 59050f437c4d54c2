package org.sipsleuth.sequence.network;

import java.util.Arrays;

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
                    "%s has %d weights, not %d"
                            .formatted(shape.name(), values.length, shape.count()));
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
    float[][] rows() {
        return rows(0, shape.sizes().getLast());
    }

    /// A part of all rows.
    ///
    /// @param from where in the row it begins
    float[][] rows(int from, int count) {
        int width = shape.sizes().getLast();
        float[][] rows = new float[values.length / width][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(values, i * width + from, i * width + from + count);
        }
        return rows;
    }

    boolean isFinite() {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
