package org.sipsleuth.capture;

import java.lang.foreign.MemorySegment;

/// The bytes of a file, which need not be mapped all the time. Whoever goes through a file keeps this,
/// and asks for the bytes when it is its turn: what it does not hold can be unmapped meanwhile.
public interface FileBytes {

    /// All of them, mapped now. They stay mapped as long as somebody holds them or a slice of them.
    MemorySegment bytes();

    /// How many they are.
    long size();

    /// Bytes that stay mapped.
    static FileBytes of(MemorySegment bytes) {
        return new FileBytes() {
            @Override
            public MemorySegment bytes() {
                return bytes;
            }

            @Override
            public long size() {
                return bytes.byteSize();
            }
        };
    }
}
