package org.sipsleuth.capture.layer.tunnel;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.packet.UdpTunnel;

/// L2TP in UDP: data messages of version 2 (RFC 2661 §3.1), which carry PPP, and of version 3 (RFC
/// 3931 §4.1.2.1).
public final class L2tpLayer implements UdpTunnel {

    private static final int LEAST_BYTES = 6;
    private static final int IDENTIFIERS_BYTES = 4; // tunnel and session

    private static final int CONTROL = 0x8000;
    private static final int HAS_LENGTH = 0x4000;
    private static final int HAS_SEQUENCE = 0x0800;
    private static final int HAS_OFFSET = 0x0200;
    private static final int RESERVED = 0x34f0;
    private static final int VERSION = 0x000f;
    private static final int VERSION_3_BYTES = 4; // before the session

    private final Layer ppp;
    private final Layer third;

    /// @param third reads a session of version 3
    public L2tpLayer(Layer ppp, Layer third) {
        this.ppp = ppp;
        this.third = third;
    }

    @Override
    public String name() {
        return "L2TP";
    }

    @Override
    public boolean fits(Packet packet) {
        if (packet.left() < LEAST_BYTES || (packet.u16(0) & RESERVED) != 0) {
            return false;
        }
        int version = packet.u16(0) & VERSION;
        return version == 2 || version == 3;
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        if (packet.left() < LEAST_BYTES) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        int flags = packet.u16(0);
        if ((flags & CONTROL) != 0) {
            return packet.unread(UnreadReason.TUNNEL_SIGNALLING);
        }
        if ((flags & VERSION) != 2) {
            packet.skip(VERSION_3_BYTES);
            return third;
        }
        int bytes = 2;
        if ((flags & HAS_LENGTH) != 0) {
            packet.keep(packet.u16(bytes));
            bytes += 2;
        }
        bytes += IDENTIFIERS_BYTES + ((flags & HAS_SEQUENCE) != 0 ? 4 : 0);
        if ((flags & HAS_OFFSET) != 0) {
            bytes += 2 + (packet.left() >= bytes + 2 ? packet.u16(bytes) : 0);
        }
        if (packet.left() < bytes) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        packet.skip(bytes);
        return ppp;
    }
}
