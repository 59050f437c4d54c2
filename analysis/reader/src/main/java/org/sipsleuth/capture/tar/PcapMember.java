package org.sipsleuth.capture.tar;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Optional;

/// A pcap within an archive: how its records are read.
///
/// @param from its first byte
/// @param to behind its last byte
/// @param isBigEndian the byte order of its numbers
/// @param isNanos whether its times are in ns
/// @param linkType of its frames
/// @param snapBytes the most that was captured of a frame
record PcapMember(long from, long to, boolean isBigEndian, boolean isNanos, int linkType, long snapBytes) {

    static final int FILE_HEADER_BYTES = 24;
    static final int RECORD_HEADER_BYTES = 16;

    private static final int MICROS_MAGIC = 0xa1b2c3d4;
    private static final int NANOS_MAGIC = 0xa1b23c4d;
    private static final int VERSION_AT = 4;
    private static final int SNAP_AT = 16;
    private static final int LINK_TYPE_AT = 20;
    private static final int LINK_TYPE_MASK = 0xffff;
    private static final int USUAL_MINOR = 4;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_MICRO = 1_000L;

    private static final ValueLayout.OfInt LITTLE = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /// The pcap of the usual kind that these bytes are, if they are one.
    static Optional<PcapMember> of(MemorySegment bytes, long from, long to) {
        if (to - from < FILE_HEADER_BYTES) {
            return Optional.empty();
        }
        int magic = bytes.get(LITTLE, from);
        boolean isBig = magic == Integer.reverseBytes(MICROS_MAGIC) || magic == Integer.reverseBytes(NANOS_MAGIC);
        int known = isBig ? Integer.reverseBytes(magic) : magic;
        if (known != MICROS_MAGIC && known != NANOS_MAGIC) {
            return Optional.empty();
        }
        PcapMember raw = new PcapMember(from, to, isBig, known == NANOS_MAGIC, 0, 0);
        if (raw.u16(bytes, from + VERSION_AT) != 2 || raw.u16(bytes, from + VERSION_AT + 2) != USUAL_MINOR) {
            return Optional.empty();
        }
        return Optional.of(new PcapMember(from, to, isBig, raw.isNanos,
                (int) raw.u32(bytes, from + LINK_TYPE_AT) & LINK_TYPE_MASK, raw.u32(bytes, from + SNAP_AT)));
    }

    private int u16(MemorySegment bytes, long at) {
        short value = bytes.get(SHORT, at);
        return Short.toUnsignedInt(isBigEndian ? Short.reverseBytes(value) : value);
    }

    private long u32(MemorySegment bytes, long at) {
        int value = bytes.get(LITTLE, at);
        return Integer.toUnsignedLong(isBigEndian ? Integer.reverseBytes(value) : value);
    }

    /// When the frame of a record was captured, in ns since the epoch.
    long nanos(MemorySegment bytes, long record) {
        return u32(bytes, record) * NANOS_PER_SECOND + u32(bytes, record + 4) * (isNanos ? 1 : NANOS_PER_MICRO);
    }

    /// The same by its own clock, in µs or ns.
    long units(MemorySegment bytes, long record) {
        return nanos(bytes, record) / (isNanos ? 1 : NANOS_PER_MICRO);
    }

    /// How many bytes of the frame of a record were captured.
    long captured(MemorySegment bytes, long record) {
        return u32(bytes, record + 8);
    }

    /// How many bytes the frame of a record had.
    long wire(MemorySegment bytes, long record) {
        return u32(bytes, record + 12);
    }

    /// Whether all of a record is zero: room that nothing was written to.
    boolean isBlank(MemorySegment bytes, long record) {
        return (u32(bytes, record) | u32(bytes, record + 4) | u32(bytes, record + 8) | u32(bytes, record + 12)) == 0;
    }
}
