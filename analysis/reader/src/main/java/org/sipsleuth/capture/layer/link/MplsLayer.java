package org.sipsleuth.capture.layer.link;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.packet.Protocols;
import org.sipsleuth.capture.packet.UdpTunnel;

/// A stack of MPLS labels (RFC 3032), also in UDP (RFC 7510). What lies below is not said: IP shows
/// by its version (RFC 4928), Ethernet by its type, with or without a control word (RFC 4448).
public final class MplsLayer implements UdpTunnel {

    private static final int LABEL_BYTES = 4;
    private static final int BOTTOM = 0x100; // the bit of the last label
    private static final int CONTROL_WORD_BYTES = 4;

    private final Protocols protocols;
    private final EthernetLayer ethernet;

    public MplsLayer(Protocols protocols, EthernetLayer ethernet) {
        this.protocols = protocols;
        this.ethernet = ethernet;
    }

    @Override
    public String name() {
        return "MPLS";
    }

    @Override
    public boolean fits(Packet packet) {
        int stack = stackBytes(packet);
        return stack > 0 && (IpShape.isVersion(packet, stack, 4) || IpShape.isVersion(packet, stack, 6));
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        int stack = stackBytes(packet);
        if (stack == 0 || packet.left() == stack) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        packet.skip(stack);
        int nibble = packet.u8(0) >> 4;
        boolean isIp = nibble == 4 || nibble == 6;
        if (isIp && (IpShape.isVersion(packet, 0, nibble) || !ethernet.fits(packet, 0))) {
            int type = nibble == 4 ? EtherTypes.IPV4 : EtherTypes.IPV6;
            return protocols.ofEtherType(type, packet);
        }
        if (nibble == 0 && !ethernet.fits(packet, 0)) {
            packet.skip(Math.min(CONTROL_WORD_BYTES, packet.left()));
        }
        return ethernet.fits(packet, 0) ? ethernet : packet.unread(UnreadReason.MPLS_PAYLOAD);
    }

    /// How long the stack is; 0 if it has no bottom.
    private static int stackBytes(Packet packet) {
        for (int at = 0; at + LABEL_BYTES <= packet.left(); at += LABEL_BYTES) {
            if ((packet.s32(at) & BOTTOM) != 0) {
                return at + LABEL_BYTES;
            }
        }
        return 0;
    }
}
