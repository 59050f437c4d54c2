package org.sipsleuth.model.array;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalInt;

/// Whole numbers of 32 bits.
public final class IntArray implements ModelArray {

    private final ArrayLayout layout;
    private final int[] values;

    private IntArray(ArrayLayout layout, int[] values) {
        this.layout = layout;
        this.values = values;
    }

    /// An array with these values, which are copied.
    ///
    /// @throws IllegalArgumentException if the shape has not so many values
    public static IntArray of(String name, int[] values, int... shape) {
        ArrayLayout layout = ArrayLayout.of(name, ArrayType.I32, shape);
        if (layout.size() != values.length) {
            throw new IllegalArgumentException(
                    "%s: %d values for the shape %s".formatted(name, values.length, layout.shapeText()));
        }
        return new IntArray(layout, values.clone());
    }

    static IntArray read(ArrayLayout layout, ByteSource source) throws IOException {
        int[] values = new int[layout.size()];
        ByteBuffer chunk = ModelArray.chunk(layout.bytes());
        for (int at = 0; at < values.length;) {
            int count = Math.min(chunk.capacity() / ArrayType.I32.bytes(), values.length - at);
            source.fill(chunk.clear().limit(count * ArrayType.I32.bytes()));
            chunk.flip().asIntBuffer().get(values, at, count);
            at += count;
        }
        return new IntArray(layout, values);
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
    public int get(int place) {
        return values[place];
    }

    /// All values, the last dimension fastest; a copy.
    public int[] toArray() {
        return values.clone();
    }

    @Override
    public int put(int from, ByteBuffer out) {
        int count = Math.min(out.remaining() / ArrayType.I32.bytes(), values.length - from);
        out.asIntBuffer().put(values, from, count);
        out.position(out.position() + count * ArrayType.I32.bytes());
        return from + count;
    }

    @Override
    public OptionalInt firstNotFinite() {

        return OptionalInt.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IntArray array && layout.equals(array.layout) && Arrays.equals(values, array.values);
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
