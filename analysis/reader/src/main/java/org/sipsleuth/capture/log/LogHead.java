package org.sipsleuth.capture.log;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.LogAddress;
import org.sipsleuth.capture.Transport;

/// What a log states of a message before the message itself.
final class LogHead {

    /// Longer numbers are none of a length.
    private static final int MOST_DIGITS = 6;

    private LogDialect dialect;
    private Optional<LogClock.Stated> time = Optional.empty();
    private @Nullable LogAddress from;
    private @Nullable LogAddress to;
    private @Nullable LogAddress peer;
    private @Nullable Boolean isSent;
    private Transport transport = Transport.UDP;
    private boolean hasTransport;
    private int bytes = -1;

    LogHead(LogDialect dialect) {
        this.dialect = dialect;
    }

    void dialect(LogDialect its) {
        dialect = its;
    }

    /// Takes the time in a text, unless it has one already.
    void time(String text) {
        if (time.isEmpty()) {
            time = LogClock.find(text);
        }
    }

    /// Takes a time, unless it has one already.
    void time(Optional<LogClock.Stated> stated) {
        if (time.isEmpty()) {
            time = stated;
        }
    }

    void from(LogAddress address) {
        from = address;
    }

    void to(LogAddress address) {
        to = address;
    }

    void fromPort(String port) {
        from = (from == null ? LogAddress.NOT_STATED : from).onPort(port);
    }

    void toPort(String port) {
        to = (to == null ? LogAddress.NOT_STATED : to).onPort(port);
    }

    /// The other side of the host that wrote the log.
    void peer(LogAddress address) {
        peer = address;
    }

    /// A word of the log: whether the message was sent, or received.
    void direction(String word) {
        isSent = switch (word.toLowerCase(Locale.ROOT)) {
            case "sent", "send", "snd", "tx", "transmitting", "retransmitting", "written", "outgoing", "out" -> true;
            default -> false;
        };
    }

    void transport(@Nullable String name) {
        if (name == null) {
            return;
        }
        hasTransport = true;
        transport = switch (name.toUpperCase(Locale.ROOT)) {
            case "TCP", "T" -> Transport.TCP;
            case "TLS" -> Transport.TLS;
            case "SCTP" -> Transport.SCTP;
            case "WS" -> Transport.WS;
            case "WSS" -> Transport.WSS;
            default -> Transport.UDP;
        };
    }

    void bytes(@Nullable String number) {
        bytes = number == null || number.length() > MOST_DIGITS ? -1 : Integer.parseInt(number);
    }

    LogDialect dialect() {
        return dialect;
    }

    Optional<LogClock.Stated> time() {
        return time;
    }

    /// What the log states to be its length in bytes; -1 if nothing.
    int bytes() {
        return bytes;
    }

    Transport transport() {
        return transport;
    }

    /// Whether the log states how it was carried.
    boolean hasTransport() {
        return hasTransport;
    }

    /// Where the message came from.
    LogAddress source() {
        if (from != null) {
            return from;
        }
        return isSent == null ? LogAddress.NOT_STATED : isSent ? LogAddress.LOG_HOST : other();
    }

    /// Where the message went to.
    LogAddress destination() {
        if (to != null) {
            return to;
        }
        if (isSent == null) {
            return from == null ? LogAddress.NOT_STATED : LogAddress.LOG_HOST;
        }
        return isSent ? other() : LogAddress.LOG_HOST;
    }

    private LogAddress other() {
        return peer == null ? LogAddress.NOT_STATED : peer;
    }
}
