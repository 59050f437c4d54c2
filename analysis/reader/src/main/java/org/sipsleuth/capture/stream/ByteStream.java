package org.sipsleuth.capture.stream;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.account.UnreadReason;

/// Takes the bytes of one direction of a connection, in their order.
public interface ByteStream {

    /// What came of some bytes.
    enum Verdict {
        /// They belong to something that is not complete yet.
        WAITING,
        /// They completed at least one message.
        GAVE,
        /// They are fully parsed and contain no message, such as a handshake; see [#unreadReason].
        NOTHING,
        /// They, and all that follow, are of another protocol.
        FOREIGN
    }

    /// Takes the next bytes.
    ///
    /// @param arrival when the frame that brought them came, and between whom it went; used again
    /// @param bytes hold them; used again
    /// @param from where they begin
    /// @param to where they end (exclusive)
    /// @param origin the pieces of the capture that they came from, as long as they are
    Verdict data(Arrival arrival, byte[] bytes, int from, int to, Provenance origin);

    /// Some bytes were not captured; the next ones follow behind them.
    ///
    /// @param missingBytes how many; 0 where that is not known
    Verdict gap(Arrival arrival, long missingBytes);

    /// What was given since the last such call is one message: its framing ends here. WebSocket
    /// says so (RFC 7118 §5); a plain stream never does.
    ///
    /// @return what came of it, if it was still waited for
    default Verdict messageEnd(Arrival arrival) {
        return Verdict.WAITING;
    }

    /// Whether none of the bytes given before the last call is a part of what it gave with that, or
    /// waits for. False where that is not known.
    default boolean passedEarlier() {
        return false;
    }

    /// Why the bytes gave no message, after `NOTHING` or `FOREIGN`; of the latter it stays. Null
    /// where there is no more to say than that they are not SIP.
    default @Nullable UnreadReason unreadReason() {
        return null;
    }

    /// The number that the reason speaks of, or 0.
    default int unreadDetail() {
        return 0;
    }

    /// There are no more: the connection ended, or the capture did.
    void end();
}
