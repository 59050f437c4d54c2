package org.sipsleuth.capture.layer.tunnel;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;

/// A frame mirrored by a switch (ERSPAN, draft-foschiano-erspan): types II and III have a header,
/// type I has none.
public final class ErspanLayer implements Layer {

    private static final int SECOND_BYTES = 8;
    private static final int THIRD_BYTES = 12;
    private static final int SUBHEADER_BYTES = 8;

    private static final int LAST_FIELDS_AT = 10; // of type III
    private static final int HAS_SUBHEADER = 0x0001;
    private static final int FRAME_TYPE_SHIFT = 10;
    private static final int FRAME_TYPE_MASK = 0x1f;
    private static final int ETHERNET = 0;

    private final Layer ethernet;
    private final Layer ip;
    private final boolean hasHeader;

    private ErspanLayer(Layer ethernet, Layer ip, boolean hasHeader) {
        this.ethernet = ethernet;
        this.ip = ip;
        this.hasHeader = hasHeader;
    }

    /// Type I.
    public static ErspanLayer first(Layer ethernet, Layer ip) {
        return new ErspanLayer(ethernet, ip, false);
    }

    /// Types II and III.
    public static ErspanLayer later(Layer ethernet, Layer ip) {
        return new ErspanLayer(ethernet, ip, true);
    }

    @Override
    public String name() {
        return "ERSPAN";
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        if (!hasHeader) {
            return ethernet;
        }
        if (packet.left() < THIRD_BYTES) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        return switch (packet.u8(0) >> 4) {
            case 1 -> {
                packet.skip(SECOND_BYTES);
                yield ethernet;
            }
            case 2 -> third(packet);
            default -> packet.unread(UnreadReason.BAD_TUNNEL);
        };
    }

    private @Nullable Layer third(Packet packet) {
        int fields = packet.u16(LAST_FIELDS_AT);
        int bytes = THIRD_BYTES + ((fields & HAS_SUBHEADER) != 0 ? SUBHEADER_BYTES : 0);
        if (packet.left() < bytes) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        packet.skip(bytes);
        boolean isEthernet = (fields >> FRAME_TYPE_SHIFT & FRAME_TYPE_MASK) == ETHERNET;
        return isEthernet ? ethernet : ip;
    }
}
