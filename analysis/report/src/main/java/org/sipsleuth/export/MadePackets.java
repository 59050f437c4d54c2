package org.sipsleuth.export;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.sipsleuth.capture.CaptureOption;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.LinkTypes;
import org.sipsleuth.capture.log.LogRecord;
import org.sipsleuth.capture.log.TimeParts;
import org.sipsleuth.capture.wire.Flow;
import org.sipsleuth.capture.wire.FrameBuffer;
import org.sipsleuth.capture.wire.Link;
import org.sipsleuth.capture.wire.PacketWriter;
import org.sipsleuth.capture.wire.Tunnel;

/// Makes packets of the messages of a text log, which has none: UDP over IP, whatever carried them,
/// between the addresses that the log states.
final class MadePackets {

    /// So that no packet is fragmented.
    private static final int MTU = 1 << 17;

    private static final int ADDRESS_BYTES = 16;
    private static final int MAPPED_BYTES = 12;
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

    private final FrameBuffer buffer = new FrameBuffer();
    private final PacketWriter<Boolean> writer =
            new PacketWriter<>(Link.RAW, Tunnel.NONE, MTU, (_, bytes, from, length, _) -> keep(bytes, from, length));
    private byte[] made = new byte[0];

    private void keep(byte[] bytes, int from, int length) {
        made = Arrays.copyOfRange(bytes, from, from + length);
    }

    /// Whether a frame is a record of a text log.
    static boolean isNeeded(Frame frame) {
        return frame.linkType() == LinkTypes.TEXT_LOG;
    }

    /// The packet for a record.
    ///
    /// @throws ExportException if the message is longer than a packet can be
    byte[] of(MemorySegment bytes, Frame frame) throws ExportException {
        byte[] record = bytes.asSlice(frame.offset(), frame.capturedBytes()).toArray(ValueLayout.JAVA_BYTE);
        int length = record.length - LogRecord.HEADER_BYTES;
        if (length > FrameBuffer.MOST_PAYLOAD) {
            throw new ExportException("A message of the text log has %,d bytes; a packet has at most %,d."
                    .formatted(length, FrameBuffer.MOST_PAYLOAD));
        }
        buffer.begin(record, LogRecord.HEADER_BYTES, length);
        writer.datagram(nanos(frame), buffer, flow(record), true);
        return made;
    }

    private static Flow flow(byte[] record) {
        byte[] source = Arrays.copyOfRange(record, LogRecord.SOURCE_AT, LogRecord.SOURCE_AT + ADDRESS_BYTES);
        byte[] destination =
                Arrays.copyOfRange(record, LogRecord.DESTINATION_AT, LogRecord.DESTINATION_AT + ADDRESS_BYTES);
        boolean isIpv4 = isMapped(source) && isMapped(destination);
        int from = isIpv4 ? MAPPED_BYTES : 0;
        return new Flow(Arrays.copyOfRange(source, from, ADDRESS_BYTES), port(record, LogRecord.SOURCE_PORT_AT),
                Arrays.copyOfRange(destination, from, ADDRESS_BYTES), port(record, LogRecord.DESTINATION_PORT_AT));
    }

    private static boolean isMapped(byte[] address) {
        return Arrays.equals(address, 0, MAPPED_BYTES, MAPPED, 0, MAPPED_BYTES);
    }

    private static int port(byte[] record, int at) {
        return ((record[at] & 0xff) << Byte.SIZE) | (record[at + 1] & 0xff);
    }

    /// The time of a packet: without a year in 1972, without a date on 1970-01-01, without a time 0.
    static long nanos(Frame frame) {
        return TimeParts.sinceEpoch(frame.capturedAtNanos());
    }

    /// What is noted at a packet.
    static List<CaptureOption> options(long logByte) {
        String text = "Made by SipSleuth from a message at byte %d of a text log".formatted(logByte);
        return List.of(new CaptureOption(CaptureOption.COMMENT, text.getBytes(StandardCharsets.UTF_8)));
    }
}
