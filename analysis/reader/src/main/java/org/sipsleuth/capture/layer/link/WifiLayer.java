package org.sipsleuth.capture.layer.link;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;

/// A data frame of IEEE 802.11 (§9.3.2) that is not encrypted, also one that holds several packets
/// (A-MSDU).
public final class WifiLayer implements Layer {

    private static final int LEAST_HEADER_BYTES = 24;
    private static final int ADDRESS_BYTES = 6;
    private static final int QUALITY_BYTES = 2;
    private static final int HIGH_THROUGHPUT_BYTES = 4;
    private static final int ALIGNMENT = 4;

    // The first byte of the frame control field.
    private static final int VERSION_AND_TYPE = 0x0f;
    private static final int DATA = 0x08;
    private static final int WITHOUT_DATA = 0x40;
    private static final int WITH_QUALITY = 0x80;

    // The second one.
    private static final int BOTH_SYSTEMS = 0x03; // to and from: there is a fourth address
    private static final int MORE_FRAGMENTS = 0x04;
    private static final int PROTECTED = 0x40;
    private static final int ORDER = 0x80; // with quality of service: more control fields

    private static final int FRAGMENT_NUMBER_AT = 22;
    private static final int FRAGMENT_NUMBER = 0x0f;
    private static final int SEVERAL = 0x80; // of the quality control field

    private static final int PART_HEADER_BYTES = 14; // of a packet among several
    private static final int PART_LENGTH_AT = 12;

    private final Layer llc;
    private final boolean padded;

    /// @param padded whether cards filled the header up to a multiple of four bytes
    public WifiLayer(Layer llc, boolean padded) {
        this.llc = llc;
        this.padded = padded;
    }

    @Override
    public String name() {
        return "802.11";
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        if (packet.left() < LEAST_HEADER_BYTES) {
            return packet.unread(UnreadReason.WIFI_CONTROL);
        }
        int kind = packet.u8(0);
        int flags = packet.u8(1);
        if (!isData(kind) && isData(flags)) { // some access points swap the two in CAPWAP
            kind = flags;
            flags = packet.u8(0);
        }
        if (!isData(kind) || (kind & WITHOUT_DATA) != 0) {
            return packet.unread(UnreadReason.WIFI_CONTROL);
        }
        if ((flags & PROTECTED) != 0) {
            return packet.unread(UnreadReason.WIFI_ENCRYPTED);
        }
        boolean fragment = (flags & MORE_FRAGMENTS) != 0 || (packet.u8(FRAGMENT_NUMBER_AT) & FRAGMENT_NUMBER) != 0;
        if (fragment) {
            return packet.unread(UnreadReason.WIFI_FRAGMENT);
        }
        return payload(packet, kind, flags);
    }

    private static boolean isData(int octet) {
        return (octet & VERSION_AND_TYPE) == DATA;
    }

    private @Nullable Layer payload(Packet packet, int kind, int flags) {
        int header = LEAST_HEADER_BYTES;
        if ((flags & BOTH_SYSTEMS) == BOTH_SYSTEMS) {
            header += ADDRESS_BYTES;
        }
        boolean several = false;
        if ((kind & WITH_QUALITY) != 0) {
            several = packet.left() > header && (packet.u8(header) & SEVERAL) != 0;
            header += QUALITY_BYTES;
            if ((flags & ORDER) != 0) {
                header += HIGH_THROUGHPUT_BYTES;
            }
        }
        if (padded) {
            header = aligned(header);
        }
        if (packet.left() < header) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        packet.skip(header);
        return several ? parts(packet) : llc;
    }

    /// Keeps each of several packets to be read.
    private @Nullable Layer parts(Packet packet) {
        long at = 0;
        while (at + PART_HEADER_BYTES < packet.left()) {
            int length = packet.u16(at + PART_LENGTH_AT);
            at += PART_HEADER_BYTES;
            packet.keepPart(llc, at, Math.min(length, packet.left() - at));
            at += aligned(PART_HEADER_BYTES + length) - PART_HEADER_BYTES;
        }
        @Nullable Layer first = packet.nextPart();
        return first != null ? first : packet.unread(UnreadReason.SHORT_FRAME);
    }

    private static int aligned(int length) {
        return length + ALIGNMENT - 1 & -ALIGNMENT;
    }
}
