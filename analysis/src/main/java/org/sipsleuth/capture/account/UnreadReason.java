package org.sipsleuth.capture.account;

import org.sipsleuth.capture.LinkTypes;

/// Why a frame gave no SIP message.
public enum UnreadReason {
    LINK_TYPE("link type %s, which is not read"),
    SHORT_FRAME("frame too short for its headers"),
    LLC("IEEE 802.3 frame without Ethernet type (LLC)"),
    ETHER_TYPE("%s"),
    NOT_IP("packet that is neither IPv4 nor IPv6"),
    BAD_IPV4("damaged IPv4 header"),
    BAD_IPV6("damaged IPv6 header"),
    FRAGMENT("IP fragment of a packet that never became whole"),
    FRAGMENT_JOINED("IP fragment of a packet that a later frame completes"),
    BAD_FRAGMENT("damaged IP fragment"),
    IP_PROTOCOL("%s"),
    BAD_UDP("damaged UDP header"),
    BAD_TCP("damaged TCP header"),
    /// An acknowledgment, SYN, FIN or RST alone.
    TCP_EMPTY("TCP without payload"),
    /// All its bytes came before, or came too late to be waited for.
    TCP_REPEATED("TCP retransmission"),
    /// Empty lines between messages (RFC 5626 §3.5.1), or a probe of the other side.
    TCP_KEEP_ALIVE("TCP keep-alive"),
    /// The capture was told to keep the beginning of each frame only.
    TCP_CUT("TCP segment whose payload was not captured"),
    TCP_SEGMENT("TCP segment of a message that a later frame completes"),
    TCP_FOREIGN("TCP stream that is not SIP"),
    TCP_UNFINISHED("TCP data of a message that was never completed"),
    BAD_SCTP("damaged SCTP packet"),
    /// INIT, SACK, HEARTBEAT and the like.
    SCTP_CONTROL("SCTP without data"),
    SCTP_FRAGMENT("SCTP fragment of a message that other frames hold the rest of"),
    SCTP_NOT_SIP("SCTP data that is not SIP"),
    TOO_DEEP("more than %s nested layers"),
    EMPTY("UDP without payload, or keep-alive"),
    RTP("UDP payload that looks like RTP"),
    RTCP("UDP payload that looks like RTCP"),
    STUN("UDP payload that looks like STUN"),
    NOT_SIP("UDP payload that is not SIP"),
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
    WEBSOCKET_NOT_SIP("WebSocket message that is not SIP");

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
            default -> text.formatted(detail);
        };
    }

    private static String etherType(int type) {
        return switch (type) {
            case 0x0806 -> "ARP";
            case 0x8035 -> "RARP";
            case 0x8847, 0x8848 -> "MPLS";
            case 0x8863, 0x8864 -> "PPPoE";
            case 0x88a8, 0x9100 -> "802.1ad (QinQ)";
            case 0x888e -> "802.1X";
            case 0x88cc -> "LLDP";
            case 0x88e5 -> "MACsec";
            default -> "Ethernet type 0x%04x".formatted(type);
        };
    }

    private static String ipProtocol(int protocol) {
        return switch (protocol) {
            case 1 -> "ICMP";
            case 2 -> "IGMP";
            case 4 -> "IPv4 in IP";
            case 41 -> "IPv6 in IP";
            case 47 -> "GRE";
            case 50 -> "ESP";
            case 58 -> "ICMPv6";
            case 59 -> "IPv6 without next header";
            case 89 -> "OSPF";
            case 103 -> "PIM";
            case 112 -> "VRRP";
            default -> "IP protocol " + protocol;
        };
    }
}
