package org.sipsleuth.capture.layer.tunnel;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.packet.UdpTunnel;

/// GTP-U version 1 (3GPP TS 29.281 §5): packets of mobile subscribers, also one in another.
public final class GtpLayer implements UdpTunnel {

    private static final int HEADER_BYTES = 8;
    private static final int OPTIONAL_BYTES = 4;

    private static final int VERSION_AND_PROTOCOL = 0xf0;
    private static final int VERSION_1_GTP = 0x30;
    private static final int HAS_EXTENSION = 0x04;
    private static final int HAS_OPTIONAL = 0x07; // extension, sequence or N-PDU number
    private static final int NEXT_EXTENSION_AT = 11;

    private static final int ECHO_REQUEST = 1;
    private static final int ECHO_RESPONSE = 2;
    private static final int ERROR_INDICATION = 26;
    private static final int SUPPORTED_EXTENSIONS = 31;
    private static final int TUNNEL_STATUS = 253;
    private static final int END_MARKER = 254;
    private static final int USER_PACKET = 255;

    private final Layer ip;

    public GtpLayer(Layer ip) {
        this.ip = ip;
    }

    @Override
    public String name() {
        return "GTP-U";
    }

    @Override
    public boolean fits(Packet packet) {
        if (packet.left() < HEADER_BYTES || (packet.u8(0) & VERSION_AND_PROTOCOL) != VERSION_1_GTP) {
            return false;
        }
        return switch (packet.u8(1)) {
            case ECHO_REQUEST, ECHO_RESPONSE, ERROR_INDICATION, SUPPORTED_EXTENSIONS, TUNNEL_STATUS, END_MARKER,
                    USER_PACKET -> true;
            default -> false;
        };
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        if (packet.left() < HEADER_BYTES) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        int flags = packet.u8(0);
        if (packet.u8(1) != USER_PACKET) {
            return packet.unread(UnreadReason.TUNNEL_SIGNALLING);
        }
        packet.keep(HEADER_BYTES + packet.u16(2));
        int bytes = HEADER_BYTES + ((flags & HAS_OPTIONAL) != 0 ? OPTIONAL_BYTES : 0);
        if (packet.left() < bytes) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        int extension = (flags & HAS_EXTENSION) != 0 ? packet.u8(NEXT_EXTENSION_AT) : 0;
        packet.skip(bytes);
        return skipExtensions(packet, extension) ? ip : packet.unread(UnreadReason.BAD_TUNNEL);
    }

    /// Each extension header is at least four bytes long, so this ends with the packet.
    private static boolean skipExtensions(Packet packet, int first) {
        int next = first;
        while (next != 0) {
            int octets = packet.left() > 0 ? packet.u8(0) * Integer.BYTES : 0;
            if (octets == 0 || packet.left() < octets) {
                return false;
            }
            next = packet.u8(octets - 1);
            packet.skip(octets);
        }
        return true;
    }
}
