package org.sipsleuth.dialog.leg.fact;

import java.util.function.IntConsumer;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.column.MessageTypes;

/// The messages of a dialog that those of another leg may follow from, in their order: requests
/// that begin it, responses to them, and requests that end it.
///
/// Each is recorded with the host where it was sent or received, since only there one message can
/// follow from another.
public final class CallEvents {

    /// No such message.
    public static final int NONE = -1;

    private static final int FIRST_FINAL = 200;

    /// What a message does.
    public enum Kind {
        /// Begins the dialog: the first request, at each hop and with each new credentials.
        REQUEST,
        /// The callee is being alerted: 101 to 199.
        RINGING,
        /// Decides: 200 and more, challenges left out.
        FINAL,
        CANCEL,
        BYE
    }

    private final MessageTable table;
    private final Hosts hosts;
    private final int[] notable;

    CallEvents(MessageTable table, Hosts hosts, int[] notable) {
        this.table = table;
        this.hosts = hosts;
        this.notable = notable;
    }

    /// The request that began it, or [#NONE] if it began before the capture.
    public int request() {
        return notable.length > 0 && kind(notable[0]) == Kind.REQUEST ? notable[0] : NONE;
    }

    /// Whether it began with an INVITE that is in the capture.
    public boolean isCall() {
        return request() != NONE && table.type(request()) == MessageTypes.INVITE;
    }

    /// Who sent the first request; [Hosts#ANY] if it is not in the capture.
    public int source() {
        return request() == NONE ? Hosts.ANY : hosts.source(request());
    }

    /// Who got it first.
    public int destination() {
        return request() == NONE ? Hosts.ANY : hosts.destination(request());
    }

    /// When a message was captured, in ns since the epoch.
    public long nanos(int message) {
        return table.capturedAtNanos(message);
    }

    /// The status code of a response.
    public int status(int message) {
        return table.type(message);
    }

    /// When it began, in ns since the epoch; `Long.MIN_VALUE` if it began before the capture.
    public long startNanos() {
        return request() == NONE ? Long.MIN_VALUE : nanos(request());
    }

    /// The latest request that reached a host up to a moment, or [#NONE]. What a host sends to
    /// itself reached nobody: its events cannot be attributed.
    ///
    /// @param host [Hosts#ANY] for any
    public int requestTo(int host, long untilNanos) {
        int latest = NONE;
        for (int message : notable) {
            if (kind(message) == Kind.REQUEST
                    && (host == Hosts.ANY || isReached(host, message))
                    && nanos(message) <= untilNanos) {
                latest = message;
            }
        }
        return latest;
    }

    private boolean isReached(int host, int message) {
        return hosts.destination(message) == host && hosts.source(message) != host;
    }

    /// The first message of a kind between hosts, or [#NONE].
    ///
    /// @param from who sent it; [Hosts#ANY] for anybody
    /// @param to who got it; [Hosts#ANY] for anybody
    public int first(Kind kind, int from, int to) {
        for (int message : notable) {
            if (kind(message) == kind
                    && (from == Hosts.ANY || hosts.source(message) == from)
                    && (to == Hosts.ANY || hosts.destination(message) == to)) {
                return message;
            }
        }
        return NONE;
    }

    /// Who got a message.
    public int destination(int message) {
        return hosts.destination(message);
    }

    /// Passes all requests that begin it.
    public void forEachRequest(IntConsumer action) {
        for (int message : notable) {
            if (kind(message) == Kind.REQUEST) {
                action.accept(message);
            }
        }
    }

    private Kind kind(int message) {
        int type = table.type(message);
        return switch (type) {
            case MessageTypes.BYE -> Kind.BYE;
            case MessageTypes.CANCEL -> Kind.CANCEL;
            default -> {
                if (MessageTypes.isMethod(type)) {
                    yield Kind.REQUEST;
                }
                yield type < FIRST_FINAL ? Kind.RINGING : Kind.FINAL;
            }
        };
    }
}
