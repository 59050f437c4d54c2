package org.sipsleuth.capture;

/// The link types of captures by the numbers of the pcap registry (draft-ietf-opsawg-pcaplinktype).
public final class LinkTypes {

    public static final int NULL = 0;
    public static final int ETHERNET = 1;
    public static final int PPP = 9;
    public static final int RAW_BSD = 12;
    public static final int RAW_OPENBSD = 14;
    public static final int PPP_SERIAL = 50;
    public static final int PPP_ETHER = 51;
    public static final int RAW = 101;
    public static final int CISCO_HDLC = 104;
    public static final int WIFI = 105;
    public static final int FRAME_RELAY = 107;
    public static final int LOOP = 108;
    public static final int LINUX_SLL = 113;
    public static final int WIFI_RADIOTAP = 127;
    public static final int PPP_PPPD = 166;
    public static final int ERF = 197;
    public static final int PPP_WITH_DIRECTION = 204;
    public static final int IPV4 = 228;
    public static final int IPV6 = 229;
    public static final int NFLOG = 239;
    public static final int NETLINK = 253;
    public static final int LINUX_SLL2 = 276;

    /// Records of a text log; in no file, and no number of the pcap registry.
    public static final int TEXT_LOG = 511;

    // Ranges of types that are not read.
    private static final int FIRST_JUNIPER = 130;
    private static final int LAST_JUNIPER = 137;
    private static final int FIRST_USER = 147;
    private static final int LAST_USER = 162;

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
            case PPP, PPP_SERIAL, PPP_PPPD, PPP_WITH_DIRECTION -> "PPP";
            case PPP_ETHER -> "PPPoE";
            case CISCO_HDLC -> "Cisco HDLC";
            case FRAME_RELAY -> "Frame Relay";
            case WIFI -> "802.11";
            case WIFI_RADIOTAP -> "802.11 with radiotap";
            case NFLOG -> "NFLOG";
            case TEXT_LOG -> "SIP messages";
            case NETLINK -> "Linux netlink (253)";
            default -> notRead(linkType);
        };
    }

    private static String notRead(int linkType) {
        String name = switch (linkType) {
            case 6 -> "Token Ring";
            case 8 -> "SLIP";
            case 10 -> "FDDI";
            case 19 -> "Linux ATM CLIP";
            case 119 -> "802.11 with Prism header";
            case 143 -> "DOCSIS";
            case 163 -> "802.11 with AVS header";
            case 177 -> "Linux LAPD";
            case 186 -> "USB (FreeBSD)";
            case 187, 201 -> "Bluetooth HCI";
            case 189 -> "USB (Linux)";
            case 190 -> "CAN 2.0B";
            case 192 -> "Per-packet information";
            case 195, 215, 230 -> "IEEE 802.15.4";
            case 197 -> "ERF";
            case 220 -> "USB (Linux, padded)";
            case 224, 225 -> "Fibre Channel";
            case 226 -> "Solaris IPNET";
            case 227 -> "SocketCAN";
            case 242 -> "IP over InfiniBand";
            case 247 -> "InfiniBand";
            case 248 -> "SCTP";
            case 249 -> "USBPcap";
            case 251, 256 -> "Bluetooth LE";
            case 252 -> "Wireshark upper PDU";
            case 258 -> "macOS packet tap";
            default -> {
                boolean juniper = linkType >= FIRST_JUNIPER && linkType <= LAST_JUNIPER;
                boolean user = linkType >= FIRST_USER && linkType <= LAST_USER;
                yield juniper ? "Juniper" : user ? "private" : "";
            }
        };
        return name.isEmpty() ? String.valueOf(linkType) : "%s (%d)".formatted(name, linkType);
    }
}
