package org.sipsleuth.capture.wire;

import java.util.Arrays;
import java.util.Optional;
import org.sipsleuth.capture.LinkTypes;

/// The link layers that frames are written with.
public enum Link {
    ETHERNET(LinkTypes.ETHERNET),
    RAW(LinkTypes.RAW),
    RAW_BSD(LinkTypes.RAW_BSD),
    RAW_OPENBSD(LinkTypes.RAW_OPENBSD),
    RAW_IPV4(LinkTypes.IPV4),
    RAW_IPV6(LinkTypes.IPV6),
    COOKED_1(LinkTypes.LINUX_SLL),
    COOKED_2(LinkTypes.LINUX_SLL2);

    private static final int ETHERNET_BYTES = 14;
    private static final int ADDRESS_BYTES = 6;
    private static final int COOKED_1_BYTES = 16;
    private static final int COOKED_2_BYTES = 20;
    private static final int ARPHRD_ETHER = 1;
    private static final int FIRST_INTERFACE = 2;

    /// An Ethernet address that its owner gave itself (IEEE 802).
    private static final int LOCAL = 0x0200;

    private final int number;

    Link(int number) {
        this.number = number;
    }

    /// The link layer with this number of the pcap registry, if frames can be written with it.
    public static Optional<Link> of(int number) {
        return Arrays.stream(values()).filter(link -> link.number == number).findFirst();
    }

    /// Its number in the pcap registry.
    public int number() {
        return number;
    }

    /// Whether packets of a family can be written with it.
    public boolean takes(boolean ipv4) {
        return switch (this) {
            case RAW_IPV4 -> ipv4;
            case RAW_IPV6 -> !ipv4;
            case ETHERNET, RAW, RAW_BSD, RAW_OPENBSD, COOKED_1, COOKED_2 -> true;
        };
    }

    /// Whether it says what kind of packet follows, as a VLAN tag needs it.
    public boolean hasTypes() {
        return this == ETHERNET || this == COOKED_1 || this == COOKED_2;
    }

    /// Puts its header before a packet.
    void prepend(FrameBuffer frame, Flow flow, int etherType) {
        switch (this) {
            case ETHERNET -> {
                int at = frame.prepend(ETHERNET_BYTES);
                hardwareAddress(frame, at, flow.destination);
                hardwareAddress(frame, at + ADDRESS_BYTES, flow.source);
                frame.put16(at + 2 * ADDRESS_BYTES, etherType);
            }
            case COOKED_1 -> {
                int at = frame.prepend(COOKED_1_BYTES);
                frame.put16(at + 2, ARPHRD_ETHER);
                frame.put16(at + 4, ADDRESS_BYTES);
                hardwareAddress(frame, at + 6, flow.source);
                frame.put16(at + 14, etherType);
            }
            case COOKED_2 -> {
                int at = frame.prepend(COOKED_2_BYTES);
                frame.put16(at, etherType);
                frame.put32(at + 4, FIRST_INTERFACE);
                frame.put16(at + 8, ARPHRD_ETHER);
                frame.put8(at + 11, ADDRESS_BYTES);
                hardwareAddress(frame, at + 12, flow.source);
            }
            case RAW, RAW_BSD, RAW_OPENBSD, RAW_IPV4, RAW_IPV6 -> {
            }
        }
    }

    /// The Ethernet address of an IP address, always the same: of IPv4 its four bytes.
    private static void hardwareAddress(FrameBuffer frame, int at, byte[] address) {
        int number = Flow.number(address);
        int family = address.length == Integer.BYTES ? 0 : 1;
        frame.put16(at, LOCAL | family);
        frame.put32(at + 2, number);
    }
}
