package org.sipsleuth.capture.wire;

/// The header of TCP (RFC 9293).
final class TcpHeader {

    static final int BYTES = 20;

    private static final int WORDS_AT = 12;
    private static final int OPTION_BYTES = 12;
    private static final int FIRST_WINDOW = 64_240;
    private static final int WINDOW = 502; // times 128
    private static final int MSS_OPTION = 0x0204_0000;
    private static final int SACK_AND_NOTHING = 0x0402_0101;
    private static final int SCALE_BY_128 = 0x0303_0701;

    private TcpHeader() {}

    /// Puts a header before a payload; one with SYN has the usual options.
    static void prepend(FrameBuffer frame, Flow flow, Segment segment, int mss) {
        boolean opens = (segment.flags() & Segment.SYN) != 0;
        int header = opens ? BYTES + OPTION_BYTES : BYTES;
        int at = frame.prepend(header);
        frame.put16(at, flow.sourcePort);
        frame.put16(at + 2, flow.destinationPort);
        frame.put32(at + 4, segment.sequence());
        frame.put32(at + 8, segment.acknowledged());
        frame.put8(at + WORDS_AT, (header / Integer.BYTES) << 4);
        frame.put8(at + 13, segment.flags());
        frame.put16(at + 14, opens ? FIRST_WINDOW : WINDOW);
        if (opens) {
            frame.put32(at + BYTES, MSS_OPTION | mss);
            frame.put32(at + BYTES + 4, SACK_AND_NOTHING);
            frame.put32(at + BYTES + 8, SCALE_BY_128);
        }
        long sum = IpHeader.pseudoSum(flow, IpHeader.TCP, frame.length());
        sum = Checksum.add(sum, frame.bytes(), at, frame.to());
        frame.put16(at + 16, Checksum.of(sum));
    }
}
