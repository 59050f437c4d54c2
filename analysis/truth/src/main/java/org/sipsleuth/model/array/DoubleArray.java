package org.sipsleuth.model.array;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalInt;

/// Numbers of 64 bits.
public final class DoubleArray implements ModelArray {

    private final ArrayLayout layout;
    private final double[] values;

    private DoubleArray(ArrayLayout layout, double[] values) {
        this.layout = layout;
        this.values = values;
    }

    /// An array with these values, which are copied.
    ///
    /// @throws IllegalArgumentException if the shape has not so many values
    public static DoubleArray of(String name, double[] values, int... shape) {
        ArrayLayout layout = ArrayLayout.of(name, ArrayType.F64, shape);
        if (layout.size() != values.length) {
            throw new IllegalArgumentException(
                    "%s: %d values for the shape %s".formatted(name, values.length, layout.shapeText()));
        }
        return new DoubleArray(layout, values.clone());
    }

    static DoubleArray read(ArrayLayout layout, ByteSource source) throws IOException {
        double[] values = new double[layout.size()];
        ByteBuffer chunk = ModelArray.chunk(layout.bytes());
        for (int at = 0; at < values.length;) {
            int count = Math.min(chunk.capacity() / ArrayType.F64.bytes(), values.length - at);
            source.fill(chunk.clear().limit(count * ArrayType.F64.bytes()));
            chunk.flip().asDoubleBuffer().get(values, at, count);
            at += count;
        }
        return new DoubleArray(layout, values);
    }

    @Override
    public ArrayLayout layout() {
        return layout;
    }

    /// How many values there are.
    public int size() {
        return values.length;
    }

    /// The value at a place, from 0, however many dimensions there are.
    public double get(int place) {
        return values[place];
    }

    /// All values, the last dimension fastest; a copy.
    public double[] toArray() {
        return values.clone();
    }

    @Override
    public int put(int from, ByteBuffer out) {
        int count = Math.min(out.remaining() / ArrayType.F64.bytes(), values.length - from);
        out.asDoubleBuffer().put(values, from, count);
        out.position(out.position() + count * ArrayType.F64.bytes());
        return from + count;
    }

    @Override
    public OptionalInt firstNotFinite() {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DoubleArray array && layout.equals(array.layout) && Arrays.equals(values, array.values);
    }

    @Override
    public int hashCode() {
        return 31 * layout.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return layout.toString();
    }
}
