package org.sipsleuth.capture.tar;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Optional;

/// What captures of an archive are that are no plain pcap, by how they begin.
final class OtherCapture {

    private static final ValueLayout.OfInt LITTLE = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int PCAPNG = 0x0a0d0d0a;
    private static final int ZSTD = 0xfd2fb528;
    private static final int LZ4 = 0x184d2204;
    private static final int GZIP = 0x8b1f;
    private static final int LZO = 'L' | 'Z' << 8 | 'O' << 16;
    private static final int TWO_BYTES = 0xffff;
    private static final int THREE_BYTES = 0xffffff;

    private OtherCapture() {}

    /// Its name for people; empty if it is no capture that is known.
    static Optional<String> describe(MemorySegment bytes, long from, long to) {
        if (to - from < Integer.BYTES) {
            return Optional.empty();
        }
        int magic = bytes.get(LITTLE, from);
        if (magic == PCAPNG) {
            return Optional.of("pcapng");
        }
        if (magic == ZSTD) {
            return Optional.of("zstd");
        }
        if (magic == LZ4) {
            return Optional.of("lz4");
        }
        if ((magic & TWO_BYTES) == GZIP) {
            return Optional.of("gzip");
        }
        return (magic & THREE_BYTES) == LZO ? Optional.of("LZO") : Optional.empty();
    }
}
