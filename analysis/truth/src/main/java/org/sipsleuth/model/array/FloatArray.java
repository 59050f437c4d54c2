package org.sipsleuth.model.array;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalInt;

/// Numbers of 32 bits, as networks have them.
public final class FloatArray implements ModelArray {

    private final ArrayLayout layout;
    private final float[] values;

    private FloatArray(ArrayLayout layout, float[] values) {
        this.layout = layout;
        this.values = values;
    }

    /// An array with these values, which are copied.
    ///
    /// @throws IllegalArgumentException if the shape has not so many values
    public static FloatArray of(String name, float[] values, int... shape) {
        ArrayLayout layout = ArrayLayout.of(name, ArrayType.F32, shape);
        if (layout.size() != values.length) {
            throw new IllegalArgumentException(
                    "%s: %d values for the shape %s".formatted(name, values.length, layout.shapeText()));
        }
        return new FloatArray(layout, values.clone());
    }

    static FloatArray read(ArrayLayout layout, ByteSource source) throws IOException {
        float[] values = new float[layout.size()];
        ByteBuffer chunk = ModelArray.chunk(layout.bytes());
        for (int at = 0; at < values.length;) {
            int count = Math.min(chunk.capacity() / ArrayType.F32.bytes(), values.length - at);
            source.fill(chunk.clear().limit(count * ArrayType.F32.bytes()));
            chunk.flip().asFloatBuffer().get(values, at, count);
            at += count;
        }
        return new FloatArray(layout, values);
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
    public float get(int place) {
        return values[place];
    }

    /// All values, the last dimension fastest; a copy.
    public float[] toArray() {
        return values.clone();
    }

    @Override
    public int put(int from, ByteBuffer out) {
        int count = Math.min(out.remaining() / ArrayType.F32.bytes(), values.length - from);
        out.asFloatBuffer().put(values, from, count);
        out.position(out.position() + count * ArrayType.F32.bytes());
        return from + count;
    }

    @Override
    public OptionalInt firstNotFinite() {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FloatArray array && layout.equals(array.layout) && Arrays.equals(values, array.values);
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
