package org.sipsleuth.capture.layer;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;

/// The header that Linux puts before packets captured on all interfaces at once, in its two
/// versions (LINKTYPE_LINUX_SLL, LINKTYPE_LINUX_SLL2).
final class LinuxCookedLayer implements Layer {

    private static final int SMALLEST_TYPE = 0x0600; // below it: 802.3, LLC and other families

    private final Layers layers;
    private final int headerBytes;
    private final int typeAt;

    LinuxCookedLayer(Layers layers, int headerBytes, int typeAt) {
        this.layers = layers;
        this.headerBytes = headerBytes;
        this.typeAt = typeAt;
    }

    @Override
    public String name() {
        return "Linux cooked";
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        if (packet.left() < headerBytes) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        int type = packet.u16(typeAt);
        packet.skip(headerBytes);
        return type < SMALLEST_TYPE
                ? packet.unread(UnreadReason.LLC)
                : layers.ofEtherType(type, packet);
    }
}
