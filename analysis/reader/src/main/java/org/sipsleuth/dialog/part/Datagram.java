package org.sipsleuth.dialog.part;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.sip.SipParser;

/// Finds the message in a datagram.
public final class Datagram {

    private Datagram() {}

    /// Finds the message in a packet, and copies it into a batch, which has yet to keep it.
    ///
    /// @return null if it holds no message
    public static @Nullable ExtractedMessage find(Packet packet, MessageBatch batch) {
        int length = packet.payloadBytes();
        if (length == 0 || !SipParser.mayBegin((byte) packet.u8(0))) {
            return null;
        }
        ExtractedMessage found = batch.next(length);
        packet.copyPayload(batch.buffer(), batch.segment(), found.from);
        found.cut = packet.cutBytes() > 0;
        found.offset = packet.payloadOffset();
        found.provenance = packet.isContiguous() ? null : packet.provenance();
        return begin(batch, found) ? found : null;
    }

    /// Reads the start line of a message that was copied into a batch.
    ///
    /// @return whether it is SIP
    public static boolean begin(MessageBatch batch, ExtractedMessage found) {
        return SipParser.begin(batch.buffer(), found.from, found.from + found.length, found.cut, found.layout);
    }
}
