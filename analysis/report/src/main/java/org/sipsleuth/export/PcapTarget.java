package org.sipsleuth.export;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.FrameReader;
import org.sipsleuth.capture.LinkTypes;
import org.sipsleuth.capture.wire.PcapOutput;

/// Copies frames into a pcap file, which has one link type and nothing beside the frames.
final class PcapTarget implements FrameTarget {

    /// Times of pcap have 32 bits for seconds.
    private static final long MOST_NANOS = (1L << Integer.SIZE) * 1_000_000_000L;

    private final WritableByteChannel file;
    private final boolean hasNanos;
    private final byte[] buffer = new byte[FrameReader.LARGEST_FRAME_BYTES];
    private final MadePackets packets = new MadePackets();
    private @Nullable PcapOutput out;
    private int linkType;

    /// @param hasNanos whether its times are in ns; else in µs
    PcapTarget(WritableByteChannel file, boolean hasNanos) {
        this.file = file;
        this.hasNanos = hasNanos;
    }

    @Override
    public void copy(int file, MemorySegment bytes, Frame frame, FrameReader reader) throws IOException {
        boolean isMade = MadePackets.isNeeded(frame);
        int its = isMade ? LinkTypes.RAW : frame.linkType();
        PcapOutput output = output(its);
        if (its != linkType) {
            throw new ExportException(
                    "The frames have two link types, %s and %s; a pcap file has one. Export to pcapng."
                            .formatted(LinkTypes.name(linkType), LinkTypes.name(its)));
        }
        long nanos = isMade ? MadePackets.nanos(frame) : frame.capturedAtNanos();
        if (nanos < 0 || nanos >= MOST_NANOS) {
            throw new ExportException("A frame has a time that pcap cannot store. Export to pcapng.");
        }
        if (isMade) {
            byte[] packet = packets.of(bytes, frame);
            output.append(nanos, packet, 0, packet.length, packet.length + frame.wireBytes() - frame.capturedBytes());
            return;
        }
        int length = frame.capturedBytes();
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, frame.offset(), buffer, 0, length);
        output.append(nanos, buffer, 0, length, frame.wireBytes());
    }

    private PcapOutput output(int itsLinkType) {
        if (out == null) {
            linkType = itsLinkType;
            out = new PcapOutput(file, linkType, hasNanos);
        }
        return out;
    }

    @Override
    public String finish() {
        return output(LinkTypes.ETHERNET).finish();
    }

    @Override
    public long bytes() {
        return out == null ? 0 : out.bytes();
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }
}
