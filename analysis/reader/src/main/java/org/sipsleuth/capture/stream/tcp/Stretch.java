package org.sipsleuth.capture.stream.tcp;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Bytes with their place in a stream.
///
/// @param from where in the stream they begin
/// @param bytes hold them
/// @param offset where they begin in those
/// @param length how many they are
record Stretch(long from, MemorySegment bytes, long offset, int length) {

    long to() {
        return from + length;
    }

    Stretch slice(long first, long last) {
        return new Stretch(first, bytes, offset + first - from, (int) (last - first));
    }

    /// The same, to be kept: without the packet around it, where that was reassembled in memory.
    Stretch kept() {
        if (bytes.isNative() || bytes.byteSize() == length) {
            return this;
        }
        byte[] copy = bytes.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE);
        return new Stretch(from, MemorySegment.ofArray(copy), 0, length);
    }

    /// Whether another one has other bytes where they overlap.
    boolean differsFrom(Stretch other) {
        long first = Math.max(from, other.from);
        long last = Math.min(to(), other.to());
        if (first >= last) {
            return false;
        }
        long mine = offset + first - from;
        long theirs = other.offset + first - other.from;
        return MemorySegment.mismatch(bytes, mine, mine + last - first, other.bytes, theirs, theirs + last - first)
                >= 0;
    }
}
