package org.sipsleuth.capture.layer.ip;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.stream.tcp.SegmentSink;
import org.sipsleuth.capture.stream.tcp.TcpSegment;

/// TCP (RFC 9293), on any port: gives its segments on.
public final class TcpLayer implements Layer {

    private static final int LEAST_HEADER_BYTES = 20;

    private final SegmentSink segments;

    public TcpLayer(SegmentSink segments) {
        this.segments = segments;
    }

    @Override
    public String name() {
        return "TCP";
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        if (packet.left() < LEAST_HEADER_BYTES) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        int headerBytes = (packet.u8(12) >> 4) * Integer.BYTES;
        if (headerBytes < LEAST_HEADER_BYTES) {
            return packet.unread(UnreadReason.BAD_TCP);
        }
        if (packet.left() < headerBytes) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        packet.arrival().over(Transport.TCP, packet.u16(0), packet.u16(2));
        packet.arrival().through(packet.trail().names());
        int sequence = packet.s32(4);
        int acknowledgment = packet.s32(8);
        int flags = packet.u8(13);
        packet.skip(headerBytes);
        TcpSegment.Payload payload = new TcpSegment.Payload(packet.bytes(), packet.payloadOffset(),
                packet.payloadBytes(), packet.cutBytes(), packet::provenance);
        segments.take(new TcpSegment(packet.arrival(), sequence, acknowledgment, flags, payload), packet);
        return packet.waiting();
    }
}
