package org.sipsleuth.capture.wire;

import org.jspecify.annotations.Nullable;

/// Makes frames of payloads and gives them on: datagrams, cut where they are longer than the
/// network takes, and segments of TCP.
///
/// @param <T> what is told of a frame that completes something
public final class PacketWriter<T> {

    /// Linux keeps so many counters of identifications, and lets addresses share them.
    private static final int ID_COUNTERS = 2048;

    private static final int ID_SHIFT = Integer.SIZE - 11;
    private static final int SCATTER = 0x9e3779b9; // 2³² divided by the golden ratio

    private static final int FRAGMENT_UNIT = 8;

    /// What a full frame takes on a line of 1 Gbit/s.
    public static final long FRAME_NANOS = 12_000;

    private final Link link;
    private final Tunnel tunnel;
    private final int packetBytes;
    private final FrameSink<T> out;
    private final FrameBuffer piece = new FrameBuffer();
    private final int[] ids = new int[ID_COUNTERS];
    private int outerId;

    /// @param mtu the longest packet that the network takes, with all that a tunnel adds
    public PacketWriter(Link link, Tunnel tunnel, int mtu, FrameSink<T> out) {
        this.link = link;
        this.tunnel = tunnel;
        this.packetBytes = mtu - tunnel.bytes();
        this.out = out;
        for (int i = 0; i < ID_COUNTERS; i++) {
            ids[i] = (i * SCATTER) >>> Short.SIZE; // all begin elsewhere
        }
    }

    /// The most payload that a segment of TCP takes.
    public int mss(boolean ipv4) {
        int ip = ipv4 ? 20 : 40;
        return packetBytes - ip - TcpHeader.BYTES;
    }

    /// Sends a datagram.
    ///
    /// @param frame holds its payload
    /// @param told what is told of the frame that completes it
    public void datagram(long atNanos, FrameBuffer frame, Flow flow, T told) {
        UdpHeader.prepend(frame, flow);
        if (frame.length() + IpHeader.bytes(flow) <= packetBytes) {
            packet(atNanos, frame, flow, IpHeader.UDP, told);
        } else {
            fragments(atNanos, frame, flow, told);
        }
    }

    /// Sends a segment of TCP.
    ///
    /// @param frame holds its payload, at most [#mss]
    public void segment(long atNanos, FrameBuffer frame, Flow flow, Segment segment, T told) {
        TcpHeader.prepend(frame, flow, segment, mss(flow.isIpv4()));
        packet(atNanos, frame, flow, IpHeader.TCP, told);
    }

    private void fragments(long atNanos, FrameBuffer whole, Flow flow, T told) {
        int id = nextId(flow.source);
        int most = (packetBytes - IpHeader.fragmentBytes(flow)) / FRAGMENT_UNIT * FRAGMENT_UNIT;
        long at = atNanos;
        for (int offset = 0; offset < whole.length(); offset += most) {
            int length = Math.min(most, whole.length() - offset);
            boolean last = offset + length == whole.length();
            piece.begin(whole.bytes(), whole.from() + offset, length);
            IpHeader.prependToFragment(piece, flow, IpHeader.UDP, id, offset, last);
            carry(at, piece, flow, last ? told : null);
            at += FRAME_NANOS;
        }
    }

    private void packet(long atNanos, FrameBuffer frame, Flow flow, int protocol, T told) {
        IpHeader.prepend(frame, flow, protocol, nextId(flow.source));
        carry(atNanos, frame, flow, told);
    }

    private void carry(long atNanos, FrameBuffer frame, Flow flow, @Nullable T told) {
        tunnel.prepend(frame, link, flow, outerId++);
        out.frame(atNanos, frame.bytes(), frame.from(), frame.length(), told);
    }

    private int nextId(byte[] address) {
        int counter = (Flow.number(address) * SCATTER) >>> ID_SHIFT;
        return ++ids[counter];
    }
}
