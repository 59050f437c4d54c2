package org.sipsleuth.capture.layer.ip;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;

/// SCTP (RFC 9260): each DATA chunk, or each message joined from several, is a payload.
public final class SctpLayer implements Layer {

    private static final int HEADER_BYTES = 12;
    private static final int CHUNK_HEADER_BYTES = 4;
    private static final int DATA = 0;
    private static final int DATA_HEADER_BYTES = 16;

    private final Predicate<Packet> payloads;
    private final SctpFragments fragments = new SctpFragments();
    private final Packet message = new Packet();

    /// @param payloads gets the payloads; says whether one gave something counted elsewhere
    public SctpLayer(Predicate<Packet> payloads) {
        this.payloads = payloads;
    }

    @Override
    public String name() {
        return "SCTP";
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        if (packet.left() < HEADER_BYTES) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        packet.arrival().over(Transport.SCTP, packet.u16(0), packet.u16(2));
        packet.arrival().through(packet.trail().names());
        int tag = packet.s32(4);
        packet.skip(HEADER_BYTES);
        boolean gave = false;
        UnreadReason reason = UnreadReason.SCTP_CONTROL;
        while (packet.left() >= CHUNK_HEADER_BYTES) {
            int length = packet.u16(2);
            if (length < CHUNK_HEADER_BYTES) {
                reason = UnreadReason.BAD_SCTP;
                break;
            }
            int captured = (int) Math.min(length, packet.left());
            if (packet.u8(0) == DATA && captured > DATA_HEADER_BYTES) {
                boolean whole = read(packet, tag, captured);
                reason = whole ? UnreadReason.SCTP_NOT_SIP : UnreadReason.SCTP_FRAGMENT;
                gave |= whole && payloads.test(message);
            }
            packet.skip(Math.min((length + 3) & ~3, packet.left())); // padded to four bytes
        }
        return gave ? packet.waiting() : packet.unread(reason);
    }

    /// Reads a DATA chunk.
    ///
    /// @return whether the message it belongs to is whole now
    private boolean read(Packet packet, int tag, int captured) {
        int flags = packet.u8(1);
        int number = packet.s32(4);
        message.startWithin(packet, DATA_HEADER_BYTES, captured - DATA_HEADER_BYTES);
        return fragments.join(message, tag, number, flags);
    }
}
