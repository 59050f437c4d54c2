package org.sipsleuth.capture.layer.link;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.packet.Protocols;

/// The header that Linux puts before packets captured on all interfaces at once, in its two
/// versions (LINKTYPE_LINUX_SLL, LINKTYPE_LINUX_SLL2).
public final class LinuxCookedLayer implements Layer {

    private static final int SMALLEST_TYPE = 0x0600; // below it: 802.3, LLC and other families

    private final Protocols protocols;
    private final int headerBytes;
    private final int typeAt;

    public LinuxCookedLayer(Protocols protocols, int headerBytes, int typeAt) {
        this.protocols = protocols;
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
                : protocols.ofEtherType(type, packet);
    }
}
