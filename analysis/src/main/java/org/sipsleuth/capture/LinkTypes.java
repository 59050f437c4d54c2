package org.sipsleuth.capture;

/// The link types of captures by the numbers of the pcap registry (draft-ietf-opsawg-pcaplinktype).
public final class LinkTypes {

    public static final int NULL = 0;
    public static final int ETHERNET = 1;
    public static final int RAW_BSD = 12;
    public static final int RAW_OPENBSD = 14;
    public static final int RAW = 101;
    public static final int LOOP = 108;
    public static final int LINUX_SLL = 113;
    public static final int IPV4 = 228;
    public static final int IPV6 = 229;
    public static final int LINUX_SLL2 = 276;

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
