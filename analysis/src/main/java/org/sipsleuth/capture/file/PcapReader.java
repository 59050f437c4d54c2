package org.sipsleuth.capture.file;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.capture.Damage;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.FrameReader;

/// Reads the classic pcap format (draft-ietf-opsawg-pcap), in both byte orders, with µs or ns.
final class PcapReader implements FrameReader {

    // As an int read little-endian.
    static final int MAGIC_MICROS = 0xa1b2c3d4;
    static final int MAGIC_MICROS_SWAPPED = 0xd4c3b2a1;
    static final int MAGIC_NANOS = 0xa1b23c4d;
    static final int MAGIC_NANOS_SWAPPED = 0x4d3cb2a1;

    private static final int FILE_HEADER_BYTES = 24;
    private static final int RECORD_HEADER_BYTES = 16;
    private static final int LINK_TYPE_AT = 20;

    /// The upper bits of the link type tell about frame check sequences.
    private static final int LINK_TYPE_MASK = 0xffff;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_MICRO = 1_000L;

    private final MemorySegment bytes;
    private final LongSupplier end;
    private final ValueLayout.OfInt order;
    private final boolean nanos;
    private final int linkType;
    private long position = FILE_HEADER_BYTES;
    private int frames;
    private @Nullable Damage damage;

    /// @param end where what can be read ends; may grow
    PcapReader(MemorySegment bytes, LongSupplier end) throws CaptureFormatException {
        if (bytes.byteSize() < FILE_HEADER_BYTES) {
            throw new CaptureFormatException(
                    "The pcap file header is cut short: the file has %d of its %d bytes."
                            .formatted(bytes.byteSize(), FILE_HEADER_BYTES),
                    bytes.byteSize());
        }
        this.bytes = bytes;
        this.end = end;
        int magic = bytes.get(Octets.INT_LITTLE, 0);
        this.order =
                magic == MAGIC_MICROS || magic == MAGIC_NANOS ? Octets.INT_LITTLE : Octets.INT_BIG;
        this.nanos = magic == MAGIC_NANOS || magic == MAGIC_NANOS_SWAPPED;
        this.linkType = bytes.get(order, LINK_TYPE_AT) & LINK_TYPE_MASK;
    }

    @Override
    public boolean next(Frame frame) {
        long left = end.getAsLong() - position;
        if (left == 0 || damage != null) {
            return false;
        }
        if (left < RECORD_HEADER_BYTES) {
            return stop(
                    "The header of frame %d is cut short: %d of its %d bytes are there."
                            .formatted(frames + 1, left, RECORD_HEADER_BYTES));
        }
        long captured = Integer.toUnsignedLong(bytes.get(order, position + 8));
        if (captured > LARGEST_FRAME_BYTES) {
            return stop(
                    "Frame %d claims %d bytes; more than %d cannot be."
                            .formatted(frames + 1, captured, LARGEST_FRAME_BYTES));
        }
        if (captured > left - RECORD_HEADER_BYTES) {
            return stop(
                    "Frame %d is cut short: %d of its %d bytes are there."
                            .formatted(frames + 1, left - RECORD_HEADER_BYTES, captured));
        }
        long fraction = Integer.toUnsignedLong(bytes.get(order, position + 4));
        frame.begin(
                ++frames,
                Integer.toUnsignedLong(bytes.get(order, position)) * NANOS_PER_SECOND
                        + (nanos ? fraction : fraction * NANOS_PER_MICRO),
                linkType);
        frame.lieAt(position + RECORD_HEADER_BYTES, (int) captured);
        position += RECORD_HEADER_BYTES + captured;
        return true;
    }

    private boolean stop(String what) {
        damage = new Damage(position, what);
        return false;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public Optional<Damage> damage() {
        return Optional.ofNullable(damage);
    }

    @Override
    public List<Integer> linkTypes() {
        return List.of(linkType);
    }

    @Override
    public int timeDigits() {
        return nanos ? 9 : 6;
    }
}
