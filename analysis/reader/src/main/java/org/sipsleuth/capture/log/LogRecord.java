package org.sipsleuth.capture.log;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.sipsleuth.capture.LogAddress;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.capture.account.UnreadReason;

/// How a message of a log is kept beside it, as a frame: what the log states of it, then the message.
/// Numbers are in network byte order.
public final class LogRecord {

    /// The bytes before the message.
    public static final int HEADER_BYTES = 72;

    static final int BYTES_AT = 0;
    static final int NANOS_AT = 8;
    static final int LOG_FROM_AT = 16;

    /// Where the number of bytes is that the log lacks.
    public static final int MISSING_AT = 4;

    /// Where it says what it is: 0 for a message, else why it is none.
    public static final int KIND_AT = 32;

    public static final int TRANSPORT_AT = 34;
    public static final int SOURCE_PORT_AT = 36;
    public static final int DESTINATION_PORT_AT = 38;
    public static final int SOURCE_AT = 40;
    public static final int DESTINATION_AT = 56;

    private static final UnreadReason[] REASONS =
            {UnreadReason.LOG_NOT_SIP, UnreadReason.LOG_OTHER, UnreadReason.LOG_NO_MESSAGE, UnreadReason.LOG_LONG_LINE};

    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private LogRecord() {}

    /// Writes what comes before a message.
    ///
    /// @param nanos its time
    /// @param from where it begins in the log
    /// @param to where it ends in the log
    static void message(ByteBuffer out, LogHead head, long nanos, long from, long to, int bytes, long missing) {
        LogAddress source = head.source();
        LogAddress destination = head.destination();
        begin(out, nanos, from, to, bytes, (int) Math.min(missing, Integer.MAX_VALUE / 2));
        out.putShort((short) 0).putShort(number(head.transport()));
        out.putShort((short) source.port()).putShort((short) destination.port());
        out.putLong(source.high()).putLong(source.low()).putLong(destination.high()).putLong(destination.low());
    }

    /// Writes lines that are no message.
    static void unread(ByteBuffer out, UnreadReason reason, long nanos, long from, long to) {
        begin(out, nanos, from, to, 0, 0);
        short kind = 0;
        for (int i = 1; i < REASONS.length; i++) {
            kind = REASONS[i] == reason ? (short) i : kind;
        }
        out.putShort(kind);
        out.put(new byte[HEADER_BYTES - TRANSPORT_AT]);
    }

    private static void begin(ByteBuffer out, long nanos, long from, long to, int bytes, int missing) {
        out.putInt(bytes).putInt(missing).putLong(nanos).putLong(from).putLong(to);
    }

    /// The byte of the log at which the message of a record begins.
    ///
    /// @param offset of the record
    public static long logByte(MemorySegment records, long offset) {
        return records.get(LONG, offset + LOG_FROM_AT);
    }

    private static short number(Transport transport) {
        return switch (transport) {
            case UDP -> 0;
            case TCP -> 1;
            case SCTP -> 2;
            case TLS -> 3;
            case WS -> 4;
            case WSS -> 5;
        };
    }

    /// The transport with a number.
    public static Transport transport(int number) {
        return switch (number) {
            case 1 -> Transport.TCP;
            case 2 -> Transport.SCTP;
            case 3 -> Transport.TLS;
            case 4 -> Transport.WS;
            case 5 -> Transport.WSS;
            default -> Transport.UDP;
        };
    }

    /// Why a record of this kind is no message; of one that is, why it would not be.
    public static UnreadReason reason(int kind) {
        return REASONS[kind > 0 && kind < REASONS.length ? kind : 0];
    }
}
