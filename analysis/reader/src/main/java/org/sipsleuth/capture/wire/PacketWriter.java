package org.sipsleuth.capture.wire;

import org.jspecify.annotations.Nullable;

/// Creates frames from payloads and passes them on: datagrams, fragmented where they exceed the
/// MTU, and segments of TCP.
///
/// @param <T> the annotation of a frame that completes a message
public final class PacketWriter<T> {

    /// Linux keeps so many counters of identifications, and lets addresses share them.
    private static final int ID_COUNTERS = 2048;

    private static final int ID_SHIFT = Integer.SIZE - 11;
    private static final int SCATTER = 0x9e3779b9; // 2³² divided by the golden ratio

    private static final int FRAGMENT_UNIT = 8;

    /// The transmission time of a full frame at 1 Gbit/s.
    public static final long FRAME_NANOS = 12_000;

    private final Link link;
    private final Tunnel tunnel;
    private final int packetBytes;
    private final FrameSink<T> out;
    private final FrameBuffer piece = new FrameBuffer();
    private final int[] ids = new int[ID_COUNTERS];
    private int outerId;

    /// @param mtu the maximum packet size of the network, tunnel headers included
    public PacketWriter(Link link, Tunnel tunnel, int mtu, FrameSink<T> out) {
        this.link = link;
        this.tunnel = tunnel;
        this.packetBytes = mtu - tunnel.bytes();
        this.out = out;
        for (int i = 0; i < ID_COUNTERS; i++) {
            ids[i] = (i * SCATTER) >>> Short.SIZE; // all begin elsewhere
        }
    }

    /// The maximum payload of a TCP segment.
    public int mss(boolean ipv4) {
        int ip = ipv4 ? 20 : 40;
        return packetBytes - ip - TcpHeader.BYTES;
    }

    /// Sends a datagram.
    ///
    /// @param frame holds its payload
    /// @param annotation for the frame that completes it
    public void datagram(long atNanos, FrameBuffer frame, Flow flow, T annotation) {
        UdpHeader.prepend(frame, flow);
        if (frame.length() + IpHeader.bytes(flow) <= packetBytes) {
            packet(atNanos, frame, flow, IpHeader.UDP, annotation);
        } else {
            fragments(atNanos, frame, flow, annotation);
        }
    }

    /// Sends a segment of TCP.
    ///
    /// @param frame holds its payload, at most [#mss]
    public void segment(long atNanos, FrameBuffer frame, Flow flow, Segment segment, T annotation) {
        TcpHeader.prepend(frame, flow, segment, mss(flow.isIpv4()));
        packet(atNanos, frame, flow, IpHeader.TCP, annotation);
    }

    private void fragments(long atNanos, FrameBuffer whole, Flow flow, T annotation) {
        int id = nextId(flow.source);
        int most = (packetBytes - IpHeader.fragmentBytes(flow)) / FRAGMENT_UNIT * FRAGMENT_UNIT;
        long at = atNanos;
        for (int offset = 0; offset < whole.length(); offset += most) {
            int length = Math.min(most, whole.length() - offset);
            boolean last = offset + length == whole.length();
            piece.begin(whole.bytes(), whole.from() + offset, length);
            IpHeader.prependToFragment(piece, flow, IpHeader.UDP, id, offset, last);
            carry(at, piece, flow, last ? annotation : null);
            at += FRAME_NANOS;
        }
    }

    private void packet(long atNanos, FrameBuffer frame, Flow flow, int protocol, T annotation) {
        IpHeader.prepend(frame, flow, protocol, nextId(flow.source));
        carry(atNanos, frame, flow, annotation);
    }

    private void carry(long atNanos, FrameBuffer frame, Flow flow, @Nullable T annotation) {
        tunnel.prepend(frame, link, flow, outerId++);
        out.frame(atNanos, frame.bytes(), frame.from(), frame.length(), annotation);
    }

    private int nextId(byte[] address) {
        int counter = (Flow.number(address) * SCATTER) >>> ID_SHIFT;
        return ++ids[counter];
    }
}
