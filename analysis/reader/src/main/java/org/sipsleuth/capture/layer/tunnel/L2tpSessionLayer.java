package org.sipsleuth.capture.layer.tunnel;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.layer.link.EthernetLayer;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;

/// A session of L2TP version 3 (RFC 3931 §4.1), as it lies in IP. The length of its cookie and of
/// the sublayer below it was agreed elsewhere, so the Ethernet frame inside is looked for.
public final class L2tpSessionLayer implements Layer {

    private static final int SESSION_BYTES = 4;
    private static final int LONGEST_BYTES = 8 + 4; // of cookie and sublayer (RFC 4719)

    private final EthernetLayer ethernet;

    public L2tpSessionLayer(EthernetLayer ethernet) {
        this.ethernet = ethernet;
    }

    @Override
    public String name() {
        return "L2TPv3";
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        if (packet.left() < SESSION_BYTES) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        if (packet.s32(0) == 0) {
            return packet.unread(UnreadReason.TUNNEL_SIGNALLING);
        }
        packet.skip(SESSION_BYTES);
        for (int at = 0; at <= LONGEST_BYTES; at += Integer.BYTES) {
            if (ethernet.fits(packet, at)) {
                packet.skip(at);
                return ethernet;
            }
        }
        return packet.unread(UnreadReason.L2TP_PAYLOAD);
    }
}
