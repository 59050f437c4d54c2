package org.sipsleuth.capture.layer.link;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.log.LogRecord;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;

/// A record of a text log: what the log states of a message, and the message.
public final class LogLayer implements Layer {

    @Override
    public String name() {
        return "text log";
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        if (packet.left() < LogRecord.HEADER_BYTES) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        int kind = packet.u16(LogRecord.KIND_AT);
        if (kind != 0) {
            return packet.unread(LogRecord.reason(kind));
        }
        Arrival arrival = packet.arrival();
        arrival.from(packet.s64(LogRecord.SOURCE_AT), packet.s64(LogRecord.SOURCE_AT + Long.BYTES));
        arrival.to(packet.s64(LogRecord.DESTINATION_AT), packet.s64(LogRecord.DESTINATION_AT + Long.BYTES));
        arrival.over(LogRecord.transport(packet.u16(LogRecord.TRANSPORT_AT)), packet.u16(LogRecord.SOURCE_PORT_AT),
                packet.u16(LogRecord.DESTINATION_PORT_AT));
        int missing = packet.s32(LogRecord.MISSING_AT);
        packet.skip(LogRecord.HEADER_BYTES);
        packet.keep(packet.left() + missing);
        return null;
    }
}
