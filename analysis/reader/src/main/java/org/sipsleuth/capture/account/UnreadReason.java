package org.sipsleuth.capture.account;

import java.util.List;
import org.sipsleuth.capture.LinkTypes;
import org.sipsleuth.capture.UnreadFrames;
import org.sipsleuth.capture.UnreadFrames.Loss;
import org.sipsleuth.text.EnumTexts;

/// Why a frame yielded no SIP message. The texts are in the bundle of the package.
public enum UnreadReason {
    /// Only where repeated frames are to count once.
    REPEATED_FRAME(Loss.NONE),
    LINK_TYPE(Loss.POSSIBLE) {
        @Override
        String text(int detail) {
            return EnumTexts.text(this, LinkTypes.name(detail));
        }
    },
    SHORT_FRAME(Loss.POSSIBLE),
    LLC(Loss.NONE),
    ETHER_TYPE(Loss.NONE) {
        @Override
        String text(int detail) {
            return etherType(detail);
        }

        @Override
        Loss loss(int detail) {
            return possible(detail == MACSEC || detail == MAC_IN_MAC);
        }
    },
    NOT_IP(Loss.POSSIBLE),
    BAD_IPV4(Loss.POSSIBLE),
    BAD_IPV6(Loss.POSSIBLE),
    FRAGMENT(Loss.POSSIBLE),
    FRAGMENT_JOINED(Loss.NONE),
    FRAGMENT_REPEATED(Loss.NONE),
    FRAGMENT_CUT(Loss.POSSIBLE),
    BAD_FRAGMENT(Loss.POSSIBLE),
    IP_PROTOCOL(Loss.NONE) {
        @Override
        String text(int detail) {
            return ipProtocol(detail);
        }

        @Override
        Loss loss(int detail) {
            return possible(
                    detail == MINIMAL_ENCAPSULATION || detail == ETHER_IP || detail == UDP_LITE);
        }
    },
    BAD_UDP(Loss.POSSIBLE),
    PPP_PROTOCOL(Loss.NONE) {
        @Override
        String text(int detail) {
            return pppProtocol(detail);
        }

        @Override
        Loss loss(int detail) {
            return possible(detail < PPP_NEGOTIATION);
        }
    },
    BAD_TUNNEL(Loss.POSSIBLE),
    TUNNEL_SIGNALLING(Loss.NONE),
    MPLS_PAYLOAD(Loss.POSSIBLE),
    L2TP_PAYLOAD(Loss.POSSIBLE),
    CAPWAP_FRAGMENT(Loss.POSSIBLE),
    ESP_ENCRYPTED(Loss.POSSIBLE),
    IKE(Loss.NONE),
    HEP_NOT_SIP(Loss.NONE),
    HEP_PACKED(Loss.POSSIBLE),
    WIFI_CONTROL(Loss.NONE),
    WIFI_ENCRYPTED(Loss.POSSIBLE),
    WIFI_FRAGMENT(Loss.POSSIBLE),
    BAD_TCP(Loss.POSSIBLE),
    /// An acknowledgment, SYN, FIN or RST alone.
    TCP_EMPTY(Loss.NONE),
    /// All its bytes were captured before, or came after the wait for them had ended.
    TCP_REPEATED(Loss.NONE),
    /// An analysis may see another message than the receiver did.
    TCP_CONFLICT(Loss.POSSIBLE),
    /// Empty lines between messages (RFC 5626 §3.5.1), or a probe of the other side.
    TCP_KEEP_ALIVE(Loss.NONE),
    /// The snap length of the capture cut it off.
    TCP_CUT(Loss.POSSIBLE),
    TCP_SEGMENT(Loss.NONE),
    /// Before the first start line, or between messages: the end of one that began before the
    /// capture, say.
    TCP_OUTSIDE(Loss.POSSIBLE),
    TCP_FOREIGN(Loss.NONE),
    TCP_UNFINISHED(Loss.POSSIBLE),
    BAD_SCTP(Loss.POSSIBLE),
    /// INIT, SACK, HEARTBEAT and the like.
    SCTP_CONTROL(Loss.NONE),
    SCTP_FRAGMENT(Loss.POSSIBLE),
    SCTP_FRAGMENT_JOINED(Loss.NONE),
    /// More than are kept, of one message or of all.
    SCTP_TOO_MANY(Loss.POSSIBLE),
    SCTP_CUT(Loss.POSSIBLE),
    SCTP_REPEATED(Loss.NONE),
    SCTP_NOT_SIP(Loss.NONE),
    TOO_DEEP(Loss.POSSIBLE),
    EMPTY(Loss.NONE),
    RTP(Loss.NONE),
    RTCP(Loss.NONE),
    STUN(Loss.NONE),
    /// The snap length of the capture left no whole start line.
    SIP_CUT(Loss.POSSIBLE),
    NOT_SIP(Loss.NONE),
    STREAM_TOO_SHORT(Loss.POSSIBLE),
    STREAM_TOO_MUCH(Loss.POSSIBLE),
    TLS_HANDSHAKE(Loss.NONE),
    TLS_NO_KEYS(Loss.FOR_WANT_OF_KEYS),
    TLS_NO_HANDSHAKE(Loss.POSSIBLE),
    TLS_VERSION(Loss.POSSIBLE),
    TLS_SUITE(Loss.POSSIBLE),
    TLS_BAD_RECORD(Loss.POSSIBLE),
    TLS_DAMAGED(Loss.POSSIBLE),
    TLS_LOST(Loss.POSSIBLE),
    TLS_NOT_SIP(Loss.NONE),
    HTTP(Loss.NONE),
    WEBSOCKET_HANDSHAKE(Loss.NONE),
    WEBSOCKET_CONTROL(Loss.NONE),
    WEBSOCKET_DAMAGED(Loss.POSSIBLE),
    WEBSOCKET_TOO_LONG(Loss.POSSIBLE),
    WEBSOCKET_COMPRESSED(Loss.POSSIBLE),
    WEBSOCKET_UNFINISHED(Loss.POSSIBLE),
    WEBSOCKET_NOT_SIP(Loss.NONE),
    /// Lines of a text log between messages.
    LOG_OTHER(Loss.NONE),
    /// A text log announces a message, and none follows.
    LOG_NO_MESSAGE(Loss.POSSIBLE),
    /// A line of a text log longer than is read.
    LOG_LONG_LINE(Loss.POSSIBLE),
    /// It begins as a message does, but is not one.
    LOG_NOT_SIP(Loss.POSSIBLE);

    private static final int MACSEC = 0x88e5;
    private static final int MAC_IN_MAC = 0x88e7;
    private static final int MINIMAL_ENCAPSULATION = 55;
    private static final int ETHER_IP = 97;
    private static final int UDP_LITE = 136;

    /// From here on the numbers are those of control protocols (RFC 1661 §2).
    private static final int PPP_NEGOTIATION = 0x8000;

    private final Loss loss;

    UnreadReason(Loss loss) {
        this.loss = loss;
    }

    /// What to call it.
    ///
    /// @param detail the number that it names: a link type, an Ethernet type, an IP protocol
    String text(int detail) {
        return EnumTexts.text(this, detail);
    }

    /// Whether SIP may be missing for this reason.
    ///
    /// @param detail as for the text
    Loss loss(int detail) {
        return loss;
    }

    /// How many frames of an account have this reason, which names no number.
    public long framesOf(List<UnreadFrames> account) {
        String name = text(0);
        return account.stream().filter(each -> each.reason().equals(name)).mapToLong(UnreadFrames::frames).sum();
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
