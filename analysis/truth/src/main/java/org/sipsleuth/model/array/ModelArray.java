package org.sipsleuth.model.array;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;

/// An array of numbers with a name and a shape. Immutable.
public sealed interface ModelArray permits FloatArray, DoubleArray, IntArray {

    /// How many bytes are read or written at a time: a multiple of every type's size.
    int CHUNK_BYTES = 1 << 18;

    /// What it is called, what its values are and how they lie.
    ArrayLayout layout();

    /// Puts values into a buffer until it has no room or they end.
    ///
    /// @param from the first of them
    /// @param out takes them in its own byte order
    /// @return the first value that was not put
    int put(int from, ByteBuffer out);

    /// The first value that is no finite number, if one is.
    OptionalInt firstNotFinite();

    /// Reads an array of this layout. Allocates all of it, so whoever calls this has made sure that
    /// there are so many bytes.
    static ModelArray read(ArrayLayout layout, ByteSource source) throws IOException {
        return switch (layout.type()) {
            case F32 -> FloatArray.read(layout, source);
            case F64 -> DoubleArray.read(layout, source);
            case I32 -> IntArray.read(layout, source);
        };
    }

    /// The buffer for so much of an array as is left.
    static ByteBuffer chunk(long bytesLeft) {
        return ByteBuffer.allocate((int) Math.min(CHUNK_BYTES, bytesLeft)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
