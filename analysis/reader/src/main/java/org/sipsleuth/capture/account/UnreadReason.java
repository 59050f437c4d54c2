package org.sipsleuth.capture.account;

import org.sipsleuth.capture.LinkTypes;
import org.sipsleuth.capture.UnreadFrames.Loss;
import org.sipsleuth.text.EnumTexts;

/// Why a frame yielded no SIP message. The texts are in the bundle of the package.
public enum UnreadReason {
    /// Only where repeated frames are to count once.
    REPEATED_FRAME,
    LINK_TYPE,
    SHORT_FRAME,
    LLC,
    ETHER_TYPE,
    NOT_IP,
    BAD_IPV4,
    BAD_IPV6,
    FRAGMENT,
    FRAGMENT_JOINED,
    FRAGMENT_REPEATED,
    FRAGMENT_CUT,
    BAD_FRAGMENT,
    IP_PROTOCOL,
    BAD_UDP,
    PPP_PROTOCOL,
    BAD_TUNNEL,
    TUNNEL_SIGNALLING,
    MPLS_PAYLOAD,
    L2TP_PAYLOAD,
    CAPWAP_FRAGMENT,
    ESP_ENCRYPTED,
    IKE,
    HEP_NOT_SIP,
    HEP_PACKED,
    WIFI_CONTROL,
    WIFI_ENCRYPTED,
    WIFI_FRAGMENT,
    BAD_TCP,
    /// An acknowledgment, SYN, FIN or RST alone.
    TCP_EMPTY,
    /// All its bytes were captured before, or came after the wait for them had ended.
    TCP_REPEATED,
    /// An analysis may see another message than the receiver did.
    TCP_CONFLICT,
    /// Empty lines between messages (RFC 5626 §3.5.1), or a probe of the other side.
    TCP_KEEP_ALIVE,
    /// The snap length of the capture cut it off.
    TCP_CUT,
    TCP_SEGMENT,
    /// Before the first start line, or between messages: the end of one that began before the
    /// capture, say.
    TCP_OUTSIDE,
    TCP_FOREIGN,
    TCP_UNFINISHED,
    BAD_SCTP,
    /// INIT, SACK, HEARTBEAT and the like.
    SCTP_CONTROL,
    SCTP_FRAGMENT,
    SCTP_FRAGMENT_JOINED,
    /// More than are kept, of one message or of all.
    SCTP_TOO_MANY,
    SCTP_CUT,
    SCTP_REPEATED,
    SCTP_NOT_SIP,
    TOO_DEEP,
    EMPTY,
    RTP,
    RTCP,
    STUN,
    /// The snap length of the capture left no whole start line.
    SIP_CUT,
    NOT_SIP,
    STREAM_TOO_SHORT,
    STREAM_TOO_MUCH,
    TLS_HANDSHAKE,
    TLS_NO_KEYS,
    TLS_NO_HANDSHAKE,
    TLS_VERSION,
    TLS_SUITE,
    TLS_BAD_RECORD,
    TLS_DAMAGED,
    TLS_LOST,
    TLS_NOT_SIP,
    HTTP,
    WEBSOCKET_HANDSHAKE,
    WEBSOCKET_CONTROL,
    WEBSOCKET_DAMAGED,
    WEBSOCKET_TOO_LONG,
    WEBSOCKET_COMPRESSED,
    WEBSOCKET_UNFINISHED,
    WEBSOCKET_NOT_SIP;

    private static final int MACSEC = 0x88e5;
    private static final int MAC_IN_MAC = 0x88e7;
    private static final int MINIMAL_ENCAPSULATION = 55;
    private static final int ETHER_IP = 97;
    private static final int UDP_LITE = 136;

    /// From here on the numbers are those of control protocols (RFC 1661 §2).
    private static final int PPP_NEGOTIATION = 0x8000;

    /// What to call it.
    ///
    /// @param detail the number that it names: a link type, an Ethernet type, an IP protocol
    String text(int detail) {
        return switch (this) {
            case LINK_TYPE -> EnumTexts.text(this, LinkTypes.name(detail));
            case ETHER_TYPE -> etherType(detail);
            case IP_PROTOCOL -> ipProtocol(detail);
            case PPP_PROTOCOL -> pppProtocol(detail);
            default -> EnumTexts.text(this, detail);
        };
    }

    /// Whether SIP may be missing for this reason.
    ///
    /// @param detail as for the text
    Loss loss(int detail) {
        return switch (this) {
            case TLS_NO_KEYS -> Loss.FOR_WANT_OF_KEYS;
            case LINK_TYPE,
                    SHORT_FRAME,
                    NOT_IP,
                    BAD_IPV4,
                    BAD_IPV6,
                    FRAGMENT,
                    FRAGMENT_CUT,
                    BAD_FRAGMENT,
                    BAD_UDP,
                    BAD_TUNNEL,
                    MPLS_PAYLOAD,
                    L2TP_PAYLOAD,
                    CAPWAP_FRAGMENT,
                    ESP_ENCRYPTED,
                    HEP_PACKED,
                    WIFI_ENCRYPTED,
                    WIFI_FRAGMENT,
                    BAD_TCP,
                    TCP_CONFLICT,
                    TCP_CUT,
                    TCP_OUTSIDE,
                    TCP_UNFINISHED,
                    BAD_SCTP,
                    SCTP_FRAGMENT,
                    SCTP_TOO_MANY,
                    SCTP_CUT,
                    SIP_CUT,
                    TOO_DEEP,
                    STREAM_TOO_SHORT,
                    STREAM_TOO_MUCH,
                    TLS_NO_HANDSHAKE,
                    TLS_VERSION,
                    TLS_SUITE,
                    TLS_BAD_RECORD,
                    TLS_DAMAGED,
                    TLS_LOST,
                    WEBSOCKET_DAMAGED,
                    WEBSOCKET_TOO_LONG,
                    WEBSOCKET_COMPRESSED,
                    WEBSOCKET_UNFINISHED ->
                    Loss.POSSIBLE;
            case ETHER_TYPE -> possible(detail == MACSEC || detail == MAC_IN_MAC);
            case IP_PROTOCOL ->
                    possible(
                            detail == MINIMAL_ENCAPSULATION
                                    || detail == ETHER_IP
                                    || detail == UDP_LITE);
            case PPP_PROTOCOL -> possible(detail < PPP_NEGOTIATION);
            default -> Loss.NONE;
        };
    }

    private static Loss possible(boolean possible) {
        return possible ? Loss.POSSIBLE : Loss.NONE;
    }

    private static String etherType(int type) {
        return switch (type) {
            case 0x0806 -> "ARP";
            case 0x8035 -> "RARP";
            case 0x8863 -> "PPPoE discovery";
            case 0x888e -> "802.1X";
            case 0x88cc -> "LLDP";
            case MACSEC -> "MACsec";
            case MAC_IN_MAC -> "802.1ah (MAC in MAC)";
            case 0x8809 -> "slow protocols (LACP)";
            case 0x8902 -> "802.1ag (CFM)";
            case 0x9000 -> "Ethernet loopback test";
            default -> "Ethernet type 0x%04x".formatted(type);
        };
    }

    private static String ipProtocol(int protocol) {
        return switch (protocol) {
            case 1 -> "ICMP";
            case 2 -> "IGMP";
            case 58 -> "ICMPv6";
            case 59 -> "IPv6 without next header";
            case MINIMAL_ENCAPSULATION -> "minimal encapsulation (RFC 2004)";
            case 89 -> "OSPF";
            case ETHER_IP -> "EtherIP";
            case 103 -> "PIM";
            case 112 -> "VRRP";
            case UDP_LITE -> "UDP-Lite";
            default -> "IP protocol " + protocol;
        };
    }

    private static String pppProtocol(int protocol) {
        return switch (protocol) {
            case 0x002d, 0x002f -> "PPP with compressed TCP headers";
            case 0x003d -> "PPP multilink";
            case 0x0061, 0x0063, 0x0065, 0x0067, 0x0069 -> "PPP with compressed headers";
            case 0x00fb, 0x00fd -> "PPP with compressed packets";
            case 0x0053, 0x0055 -> "PPP that is encrypted";
            case 0x8021, 0x8057, 0xc021, 0xc023, 0xc025, 0xc223, 0xc227, 0x80fd, 0x8281 ->
                    "PPP negotiation";
            default -> "PPP protocol 0x%04x".formatted(protocol);
        };
    }
}
