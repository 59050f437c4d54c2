package org.sipsleuth.capture.layer.ip;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.capture.account.FrameAccounting;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;

/// SCTP (RFC 9260, RFC 8260): each chunk of data, or each message joined from several, is a
/// payload.
public final class SctpLayer implements Layer {

    private static final int HEADER_BYTES = 12;
    private static final int CHUNK_HEADER_BYTES = 4;

    private final Predicate<Packet> payloads;
    private final SctpFragments fragments;
    private final SctpSeen seen = new SctpSeen();

    /// @param account receives the result of fragments that waited for others
    /// @param payloads receives the payloads; returns whether one yielded something counted
    ///     elsewhere
    public SctpLayer(FrameAccounting account, Predicate<Packet> payloads) {
        this.payloads = payloads;
        this.fragments = new SctpFragments(account);
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
        Packet message = new Packet();
        boolean gave = false;
        UnreadReason reason = UnreadReason.SCTP_CONTROL;
        while (packet.left() >= CHUNK_HEADER_BYTES) {
            int length = packet.u16(2);
            if (length < CHUNK_HEADER_BYTES) {
                reason = UnreadReason.BAD_SCTP;
                break;
            }
            int header = SctpChunk.headerBytes(packet);
            if (header > 0 && length > header) {
                reason = read(packet, message, tag, header, length);
                gave |= reason == UnreadReason.SCTP_NOT_SIP && payloads.test(message);
            }
            packet.skip(Math.min((length + 3) & ~3, packet.left())); // padded to four bytes
        }
        boolean waits = fragments.leave(packet.arrival().frame(), gave);
        return gave || waits ? packet.waiting() : packet.unread(reason);
    }

    /// Reads a chunk of data.
    ///
    /// @param message becomes what it holds
    /// @return [UnreadReason#SCTP_NOT_SIP] if a message is there now, which may be SIP after all;
    ///     else why there is none
    private UnreadReason read(Packet packet, Packet message, int tag, int header, int length) {
        if (packet.left() <= header) {
            return UnreadReason.SCTP_CUT;
        }
        SctpChunk chunk = SctpChunk.of(packet);
        int number = packet.s32(4);
        message.startWithin(packet, header, packet.left() - header);
        message.keep(length - header);
        if (seen.add(message, tag, number)) {
            return UnreadReason.SCTP_REPEATED;
        }
        boolean whole = (chunk.isFirst() && chunk.isLast()) || fragments.join(message, tag, chunk);
        return whole ? UnreadReason.SCTP_NOT_SIP : UnreadReason.SCTP_TOO_MANY;
    }

    /// Accounts for all fragments that are still waiting.
    public void finish() {
        fragments.finish();
    }
}
