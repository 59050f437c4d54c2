package org.sipsleuth.capture.layer.link;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;

/// The address family that BSD systems put before packets of the loopback interface: four bytes, in
/// the capturing machine's byte order (LINKTYPE_NULL) or the network's (LINKTYPE_LOOP). The
/// families' numbers differ between systems, so the IP version decides.
public final class LoopbackLayer implements Layer {

    private static final int HEADER_BYTES = 4;

    private final Layer ip;

    public LoopbackLayer(Layer ip) {
        this.ip = ip;
    }

    @Override
    public String name() {
        return "BSD loopback";
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        if (packet.left() < HEADER_BYTES) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        packet.skip(HEADER_BYTES);
        return ip;
    }
}
