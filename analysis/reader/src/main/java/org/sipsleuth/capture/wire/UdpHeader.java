package org.sipsleuth.capture.wire;

/// The header of UDP (RFC 768).
final class UdpHeader {

    private static final int BYTES = 8;

    private UdpHeader() {}

    /// Puts a header before a payload, without checksum as tunnels do.
    static void prependUnchecked(FrameBuffer frame, int sourcePort, int destinationPort) {
        int at = frame.prepend(BYTES);
        frame.put16(at, sourcePort);
        frame.put16(at + 2, destinationPort);
        frame.put16(at + 4, frame.length());
    }

    /// Puts a header with its checksum before a payload.
    static void prepend(FrameBuffer frame, Flow flow) {
        prependUnchecked(frame, flow.sourcePort, flow.destinationPort);
        long sum = IpHeader.pseudoSum(flow, IpHeader.UDP, frame.length());
        sum = Checksum.add(sum, frame.bytes(), frame.from(), frame.to());
        frame.put16(frame.from() + 6, Checksum.ofUdp(sum));
    }
}
