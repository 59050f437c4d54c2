package org.sipsleuth.capture.layer;

/// The link types of captures by the numbers of the pcap registry (draft-ietf-opsawg-pcaplinktype).
public final class LinkTypes {

    static final int NULL = 0;
    static final int ETHERNET = 1;
    static final int RAW_BSD = 12;
    static final int RAW_OPENBSD = 14;
    static final int RAW = 101;
    static final int LOOP = 108;
    static final int LINUX_SLL = 113;
    static final int IPV4 = 228;
    static final int IPV6 = 229;
    static final int LINUX_SLL2 = 276;

    private LinkTypes() {}

    /// The name people know, or the number.
    public static String name(int linkType) {
        return switch (linkType) {
            case NULL -> "BSD loopback";
            case ETHERNET -> "Ethernet";
            case RAW_BSD, RAW_OPENBSD, RAW -> "raw IP";
            case LOOP -> "OpenBSD loopback";
            case LINUX_SLL -> "Linux cooked v1";
            case IPV4 -> "raw IPv4";
            case IPV6 -> "raw IPv6";
            case LINUX_SLL2 -> "Linux cooked v2";
            case 9 -> "PPP (9)";
            case 105 -> "IEEE 802.11 (105)";
            case 127 -> "802.11 with radiotap (127)";
            case 195 -> "IEEE 802.15.4 (195)";
            case 239 -> "NFLOG (239)";
            case 252 -> "Wireshark upper PDU (252)";
            default -> String.valueOf(linkType);
        };
    }
}
