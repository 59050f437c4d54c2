package org.sipsleuth.capture.layer;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Packet;

/// Guesses from its first bytes what a payload is that is not SIP, so that an analyst sees at once
/// what was left out.
final class PayloadGuess {

    /// The shortest that looks like media: an RTCP packet of a receiver that got nothing.
    static final int LEAST_MEDIA_BYTES = 8;

    private static final int RTP_HEADER_BYTES = 12;
    private static final int RTCP_FIRST = 192; // RFC 5761 §4: packet types 192 … 223
    private static final int RTCP_LAST = 223;
    private static final int STUN_HEADER_BYTES = 20;
    private static final int STUN_COOKIE = 0x2112a442;

    /// Below it are well-known services, such as DNS, whose identifiers can look like RTP.
    private static final int LEAST_MEDIA_PORT = 1024;

    private static final int LONGEST_KEEP_ALIVE_BYTES = 4; // RFC 5626 §3.5.1, and zeros

    private static final int IPSEC_PORT = 4500; // RFC 3948: zeros, then IKE, or else ESP
    private static final int LEAST_IPSEC_BYTES = 20;

    private static final int MOST_START_LINE_BYTES = 2_048;
    private static final Pattern START_LINE =
            Pattern.compile("(?i)SIP/2\\.0[ -~]*|[A-Z]+ (sips?|tel|urn):[!-~]*( [ -~]*)?");

    private PayloadGuess() {}

    static UnreadReason of(Packet packet) {
        if (isKeepAlive(packet)) {
            return UnreadReason.EMPTY;
        }
        if (packet.left() >= STUN_HEADER_BYTES && packet.u8(0) >> 6 == 0 && packet.s32(4) == STUN_COOKIE) {
            return UnreadReason.STUN;
        }
        if (isOnPort(packet, IPSEC_PORT) && packet.left() >= LEAST_IPSEC_BYTES) {
            return packet.s32(0) == 0 ? UnreadReason.IKE : UnreadReason.ESP_ENCRYPTED;
        }
        if (packet.left() >= LEAST_MEDIA_BYTES) {
            UnreadReason media = ofMedia(packet.u8(0), packet.u8(1), packet.left(), packet.arrival().sourcePort(),
                    packet.arrival().destinationPort());
            if (media != null) {
                return media;
            }
        }
        return packet.cutBytes() > 0 && isStartLineBegun(packet) ? UnreadReason.SIP_CUT : UnreadReason.NOT_SIP;
    }

    /// Whether a payload is the beginning of a start line: a method and a URI with a scheme of SIP,
    /// or the version of SIP.
    private static boolean isStartLineBegun(Packet packet) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < packet.left() && i < MOST_START_LINE_BYTES; i++) {
            line.append((char) packet.u8(i));
        }
        return START_LINE.matcher(line).matches();
    }

    /// Whether a payload that begins with this byte can be media: version 2 of RTP and of RTCP.
    static boolean mayBeMedia(int first) {
        return (first & 0xc0) == 0x80;
    }

    /// What a payload is if it looks like media; null if it does not.
    ///
    /// @param first its first byte
    /// @param second its second byte
    /// @param octets how long it is, [#LEAST_MEDIA_BYTES] at least
    static @Nullable UnreadReason ofMedia(int first, int second, long octets, int sourcePort, int destinationPort) {
        if (!mayBeMedia(first) || sourcePort < LEAST_MEDIA_PORT || destinationPort < LEAST_MEDIA_PORT) {
            return null;
        }
        if (second >= RTCP_FIRST && second <= RTCP_LAST) {
            return UnreadReason.RTCP;
        }
        return octets >= RTP_HEADER_BYTES ? UnreadReason.RTP : null;
    }

    private static boolean isOnPort(Packet packet, int port) {
        return packet.arrival().sourcePort() == port || packet.arrival().destinationPort() == port;
    }

    private static boolean isKeepAlive(Packet packet) {
        if (packet.left() > LONGEST_KEEP_ALIVE_BYTES) {
            return false;
        }
        for (int i = 0; i < packet.left(); i++) {
            int octet = packet.u8(i);
            if (octet != '\r' && octet != '\n' && octet != 0) {
                return false;
            }
        }
        return true;
    }
}
