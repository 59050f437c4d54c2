package org.sipsleuth.capture.wire;

/// What packets are carried in. The ends of a tunnel are two gateways with IPv4 addresses.
public enum Tunnel {
    NONE(0), VLAN(4), GRE(24), VXLAN(50), GTP(36), IPIP(20);

    private static final Flow FORWARD = between(1, 2);
    private static final Flow BACKWARD = between(2, 1);

    private static final int VLAN_TYPE = 0x8100;
    private static final int VLAN_ID = 100;
    private static final int GRE_BYTES = 4;
    private static final int VXLAN_BYTES = 8;
    private static final int VXLAN_PORT = 4789;
    private static final int VXLAN_HAS_NETWORK = 0x0800_0000;
    private static final int VXLAN_NETWORK = 100;
    private static final int FIRST_FREE_PORT = 49_152;
    private static final int GTP_BYTES = 8;
    private static final int GTP_PORT = 2152;
    private static final int GTP_USER_PACKET = 0x30ff;
    private static final int GTP_FIRST = 0x1001;
    private static final int GTP_SECOND = 0x2001;

    private final int bytes;

    Tunnel(int bytes) {
        this.bytes = bytes;
    }

    /// From one gateway to the other, in a network for examples (RFC 5737).
    private static Flow between(int from, int to) {
        return new Flow(new byte[]{(byte) 198, 51, 100, (byte) from}, 0, new byte[]{(byte) 198, 51, 100, (byte) to}, 0);
    }

    /// How many bytes it takes of each packet.
    int bytes() {
        return bytes;
    }

    /// Whether it needs a link layer that says what kind of packet follows.
    public boolean needsTypes() {
        return this == VLAN;
    }

    /// Whether what is seen outside is IPv4 whatever is inside.
    public boolean hidesFamily() {
        return this != NONE && this != VLAN;
    }

    /// Puts its headers before a packet, and that of the link.
    ///
    /// @param id the identification of the outer packet
    void prepend(FrameBuffer frame, Link link, Flow flow, int id) {
        boolean forward = flow.isForward();
        Flow outside = forward ? FORWARD : BACKWARD;
        switch (this) {
            case NONE -> link.prepend(frame, flow, flow.etherType());
            case VLAN -> {
                int at = frame.prepend(bytes);
                frame.put16(at, VLAN_ID);
                frame.put16(at + 2, flow.etherType());
                link.prepend(frame, flow, VLAN_TYPE);
            }
            case GRE -> {
                frame.put16(frame.prepend(GRE_BYTES) + 2, flow.etherType());
                carry(frame, link, outside, IpHeader.GRE, id);
            }
            case IPIP -> {
                int inside = flow.isIpv4() ? IpHeader.IPV4_INSIDE : IpHeader.IPV6_INSIDE;
                carry(frame, link, outside, inside, id);
            }
            case GTP -> {
                int length = frame.length();
                int at = frame.prepend(GTP_BYTES);
                frame.put16(at, GTP_USER_PACKET);
                frame.put16(at + 2, length);
                frame.put32(at + 4, forward ? GTP_FIRST : GTP_SECOND);
                UdpHeader.prependUnchecked(frame, GTP_PORT, GTP_PORT);
                carry(frame, link, outside, IpHeader.UDP, id);
            }
            case VXLAN -> {
                Link.ETHERNET.prepend(frame, flow, flow.etherType());
                int at = frame.prepend(VXLAN_BYTES);
                frame.put32(at, VXLAN_HAS_NETWORK);
                frame.put32(at + 4, VXLAN_NETWORK << Byte.SIZE);
                int port = FIRST_FREE_PORT | (Flow.number(flow.source) * 31 & 0x3fff);
                UdpHeader.prependUnchecked(frame, port, VXLAN_PORT);
                carry(frame, link, outside, IpHeader.UDP, id);
            }
        }
    }

    private static void carry(FrameBuffer frame, Link link, Flow outside, int protocol, int id) {
        IpHeader.prepend(frame, outside, protocol, id);
        link.prepend(frame, outside, IpHeader.IPV4_TYPE);
    }
}
