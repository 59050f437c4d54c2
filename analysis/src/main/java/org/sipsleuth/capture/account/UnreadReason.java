package org.sipsleuth.capture.account;

import org.sipsleuth.capture.LinkTypes;
import org.sipsleuth.capture.UnreadFrames.Loss;

/// Why a frame gave no SIP message.
public enum UnreadReason {
    /// Where such frames shall count once.
    REPEATED_FRAME("frame that another file holds too, counted there"),
    LINK_TYPE("link type %s, which is not read"),
    SHORT_FRAME("frame too short for its headers"),
    LLC("IEEE 802.3 frame without Ethernet type (LLC)"),
    ETHER_TYPE("%s"),
    NOT_IP("packet that is neither IPv4 nor IPv6"),
    BAD_IPV4("damaged IPv4 header"),
    BAD_IPV6("damaged IPv6 header"),
    FRAGMENT("IP fragment of a packet that never became whole"),
    FRAGMENT_JOINED("IP fragment of a packet that a later frame completes"),
    FRAGMENT_REPEATED("IP fragment of a packet that was whole before"),
    FRAGMENT_CUT("IP fragment of a packet that was not captured whole"),
    BAD_FRAGMENT("damaged IP fragment"),
    IP_PROTOCOL("%s"),
    BAD_UDP("damaged UDP header"),
    PPP_PROTOCOL("%s"),
    BAD_TUNNEL("damaged header of a tunnel"),
    TUNNEL_SIGNALLING("tunnel signalling or keep-alive, without a packet inside"),
    MPLS_PAYLOAD("MPLS payload that is neither IP nor Ethernet"),
    L2TP_PAYLOAD("L2TPv3 payload that is no Ethernet frame"),
    CAPWAP_FRAGMENT("CAPWAP fragment, not put together"),
    ESP_ENCRYPTED("ESP that is encrypted"),
    IKE("IKE"),
    HEP_NOT_SIP("HEP report of something else than SIP"),
    HEP_PACKED("HEP payload that cannot be unpacked"),
    WIFI_CONTROL("802.11 frame without data"),
    WIFI_ENCRYPTED("802.11 frame that is encrypted"),
    WIFI_FRAGMENT("802.11 fragment, not put together"),
    BAD_TCP("damaged TCP header"),
    /// An acknowledgment, SYN, FIN or RST alone.
    TCP_EMPTY("TCP without payload"),
    /// All its bytes came before, or came too late to be waited for.
    TCP_REPEATED("TCP retransmission"),
    /// Who reads it later may see another message than the receiver did.
    TCP_CONFLICT("TCP retransmission with other bytes than before"),
    /// Empty lines between messages (RFC 5626 §3.5.1), or a probe of the other side.
    TCP_KEEP_ALIVE("TCP keep-alive"),
    /// The capture was told to keep the beginning of each frame only.
    TCP_CUT("TCP segment whose payload was not captured"),
    TCP_SEGMENT("TCP segment of a message that a later frame completes"),
    /// What stands before the first start line, or between messages: the end of one that began
    /// before the capture, say.
    TCP_OUTSIDE("TCP data outside of the messages found"),
    TCP_FOREIGN("TCP stream that is not SIP"),
    TCP_UNFINISHED("TCP data of a message that was never completed"),
    BAD_SCTP("damaged SCTP packet"),
    /// INIT, SACK, HEARTBEAT and the like.
    SCTP_CONTROL("SCTP without data"),
    SCTP_FRAGMENT("SCTP fragment of a message that never became whole"),
    SCTP_FRAGMENT_JOINED("SCTP fragment of a message that a later frame completes"),
    /// More than are kept, of one message or of all.
    SCTP_TOO_MANY("SCTP fragment that was given up, since too many waited"),
    SCTP_CUT("SCTP data that was not captured whole"),
    SCTP_REPEATED("SCTP retransmission"),
    SCTP_NOT_SIP("SCTP data that is not SIP"),
    TOO_DEEP("more than %s nested layers"),
    EMPTY("UDP without payload, or keep-alive"),
    RTP("UDP payload that looks like RTP"),
    RTCP("UDP payload that looks like RTCP"),
    STUN("UDP payload that looks like STUN"),
    NOT_SIP("UDP payload that is not SIP"),
    STREAM_TOO_SHORT("stream too short to tell what it carries"),
    STREAM_TOO_MUCH("stream that waited while too much was held"),
    TLS_HANDSHAKE("TLS handshake or alert"),
    TLS_NO_KEYS("TLS without keys"),
    TLS_NO_HANDSHAKE("TLS whose handshake is not in the capture"),
    TLS_VERSION("TLS version that is not read (0x%04x)"),
    TLS_SUITE("TLS with a cipher suite that is not read (0x%04x)"),
    TLS_BAD_RECORD("TLS record that does not authenticate"),
    TLS_DAMAGED("damaged TLS record"),
    TLS_LOST("TLS after bytes that were not captured"),
    TLS_NOT_SIP("TLS that holds no SIP"),
    HTTP("HTTP that is no WebSocket"),
    WEBSOCKET_HANDSHAKE("WebSocket handshake"),
    WEBSOCKET_CONTROL("WebSocket ping, pong or close"),
    WEBSOCKET_DAMAGED("damaged WebSocket frame"),
    WEBSOCKET_TOO_LONG("WebSocket message longer than %d bytes"),
    WEBSOCKET_COMPRESSED("WebSocket message that cannot be unpacked"),
    WEBSOCKET_UNFINISHED("WebSocket data of a message that was never completed"),
    WEBSOCKET_NOT_SIP("WebSocket message that is not SIP");

    private static final int MACSEC = 0x88e5;
    private static final int MAC_IN_MAC = 0x88e7;
    private static final int MINIMAL_ENCAPSULATION = 55;
    private static final int ETHER_IP = 97;
    private static final int UDP_LITE = 136;

    /// From here on the numbers are those of control protocols (RFC 1661 §2).
    private static final int PPP_NEGOTIATION = 0x8000;

    private final String text;

    UnreadReason(String text) {
        this.text = text;
    }

    /// The reason in words.
    ///
    /// @param detail the number it speaks of: a link type, an Ethernet type, an IP protocol
    String text(int detail) {
        return switch (this) {
            case LINK_TYPE -> text.formatted(LinkTypes.name(detail));
            case ETHER_TYPE -> etherType(detail);
            case IP_PROTOCOL -> ipProtocol(detail);
            case PPP_PROTOCOL -> pppProtocol(detail);
            default -> text.formatted(detail);
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
