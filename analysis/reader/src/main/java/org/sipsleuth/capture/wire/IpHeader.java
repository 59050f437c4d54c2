package org.sipsleuth.capture.wire;

/// The headers of IPv4 (RFC 791) and IPv6 (RFC 8200), and of their fragments.
final class IpHeader {

    static final int TCP = 6;
    static final int UDP = 17;
    static final int GRE = 47;
    static final int IPV4_INSIDE = 4;
    static final int IPV6_INSIDE = 41;

    static final int IPV4_TYPE = 0x0800;
    static final int IPV6_TYPE = 0x86dd;

    private static final int IPV4_BYTES = 20;
    private static final int IPV6_BYTES = 40;
    private static final int FRAGMENT_BYTES = 8;
    private static final int HOPS = 64;
    private static final int MORE_IPV4 = 0x2000;
    private static final int FRAGMENT_HEADER = 44;
    private static final int ADDRESSES_IN_IPV4 = 12;
    private static final int ADDRESSES_IN_IPV6 = 8;

    private IpHeader() {}

    /// How long the header is.
    static int bytes(Flow flow) {
        return flow.isIpv4() ? IPV4_BYTES : IPV6_BYTES;
    }

    /// How long it is in a fragment.
    static int fragmentBytes(Flow flow) {
        return flow.isIpv4() ? IPV4_BYTES : IPV6_BYTES + FRAGMENT_BYTES;
    }

    /// The part of a checksum of UDP or TCP that is not in their segment.
    static long pseudoSum(Flow flow, int protocol, int length) {
        long sum = Checksum.add(0, flow.source, 0, flow.source.length);
        sum = Checksum.add(sum, flow.destination, 0, flow.destination.length);
        return sum + protocol + length;
    }

    /// Puts a header before a whole packet.
    static void prepend(FrameBuffer frame, Flow flow, int protocol, int id) {
        if (flow.isIpv4()) {
            ipv4(frame, flow, protocol, id, 0);
        } else {
            ipv6(frame, flow, protocol);
        }
    }

    /// Puts a header before a fragment.
    ///
    /// @param offset where it lies in the datagram, a multiple of 8
    static void prependToFragment(FrameBuffer frame, Flow flow, int protocol, int id, int offset, boolean last) {
        if (flow.isIpv4()) {
            ipv4(frame, flow, protocol, id, (offset / 8) | (last ? 0 : MORE_IPV4));
        } else {
            int at = frame.prepend(FRAGMENT_BYTES);
            frame.put8(at, protocol);
            frame.put16(at + 2, offset | (last ? 0 : 1));
            frame.put32(at + 4, id);
            ipv6(frame, flow, FRAGMENT_HEADER);
        }
    }

    private static void ipv4(FrameBuffer frame, Flow flow, int protocol, int id, int fragment) {
        int at = frame.prepend(IPV4_BYTES);
        frame.put16(at, 0x4500);
        frame.put16(at + 2, frame.length());
        frame.put16(at + 4, id);
        frame.put16(at + 6, fragment);
        frame.put8(at + 8, HOPS);
        frame.put8(at + 9, protocol);
        frame.put(at + ADDRESSES_IN_IPV4, flow.source);
        frame.put(at + ADDRESSES_IN_IPV4 + flow.source.length, flow.destination);
        long sum = Checksum.add(0, frame.bytes(), at, at + IPV4_BYTES);
        frame.put16(at + 10, Checksum.of(sum));
    }

    private static void ipv6(FrameBuffer frame, Flow flow, int next) {
        int payload = frame.length();
        int at = frame.prepend(IPV6_BYTES);
        frame.put32(at, 0x6000_0000);
        frame.put16(at + 4, payload);
        frame.put8(at + 6, next);
        frame.put8(at + 7, HOPS);
        frame.put(at + ADDRESSES_IN_IPV6, flow.source);
        frame.put(at + ADDRESSES_IN_IPV6 + flow.source.length, flow.destination);
    }
}
