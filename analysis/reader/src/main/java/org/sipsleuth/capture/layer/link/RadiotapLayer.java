package org.sipsleuth.capture.layer.link;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;

/// The header of a Wi-Fi capture (radiotap.org) before the frame itself; little-endian.
public final class RadiotapLayer implements Layer {

    private static final int HEADER_BYTES = 8;
    private static final int PRESENT_AT = 4;
    private static final int TIMER = 1; // the first field, before the flags
    private static final int FLAGS = 2;
    private static final int MORE = 1 << 31; // another word of presence bits follows
    private static final int TIMER_BYTES = 8;

    private static final int HAS_CHECKSUM = 0x10; // of the flags
    private static final int IS_PADDED = 0x20;
    private static final int CHECKSUM_BYTES = 4;

    private final WifiLayer plain;
    private final WifiLayer padded;

    public RadiotapLayer(WifiLayer plain, WifiLayer padded) {
        this.plain = plain;
        this.padded = padded;
    }

    @Override
    public String name() {
        return "radiotap";
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        if (packet.left() < HEADER_BYTES) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        int length = Short.toUnsignedInt(Short.reverseBytes((short) packet.u16(2)));
        if (length < HEADER_BYTES || packet.u8(0) != 0) {
            return packet.unread(UnreadReason.BAD_TUNNEL);
        }
        if (packet.left() < length) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        int flags = flags(packet, length);
        packet.skip(length);
        if ((flags & HAS_CHECKSUM) != 0) {
            packet.keep(Math.max(0, packet.left() - CHECKSUM_BYTES));
        }
        return (flags & IS_PADDED) != 0 ? padded : plain;
    }

    /// The flags of the frame; 0 if there are none.
    private static int flags(Packet packet, int length) {
        int present = Integer.reverseBytes(packet.s32(PRESENT_AT));
        int at = PRESENT_AT;
        int word = present;
        while ((word & MORE) != 0 && at + 2 * Integer.BYTES <= length) {
            at += Integer.BYTES;
            word = Integer.reverseBytes(packet.s32(at));
        }
        at += Integer.BYTES;
        if ((present & FLAGS) == 0) {
            return 0;
        }
        if ((present & TIMER) != 0) {
            at = (at + TIMER_BYTES - 1 & -TIMER_BYTES) + TIMER_BYTES;
        }
        return at < length ? packet.u8(at) : 0;
    }
}
