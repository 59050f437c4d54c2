package org.sipsleuth.capture.stream.tcp;

import org.sipsleuth.capture.account.FrameAccounting;
import org.sipsleuth.capture.stream.Conversation;

/// A connection that carried data: its two directions.
final class TcpConnection {

    private final TcpEnds ends;
    private final TcpDirection fromFirst;
    private final TcpDirection fromOther;

    /// @param ends its ends, seen from the side that sent first
    TcpConnection(TcpEnds ends, Conversation conversation, FrameAccounting account, WaitingDirections waiting) {
        this.ends = ends;
        this.fromFirst = new TcpDirection(conversation::fromFirst, account, waiting);
        this.fromOther = new TcpDirection(conversation::fromOther, account, waiting);
        fromFirst.answersTo(fromOther);
        fromOther.answersTo(fromFirst);
    }

    /// What the sender of a segment sends.
    TcpDirection from(TcpEnds sender) {
        return sender.equals(ends) ? fromFirst : fromOther;
    }

    /// What the receiver of a segment sends.
    TcpDirection to(TcpEnds sender) {
        return sender.equals(ends) ? fromOther : fromFirst;
    }

    /// Whether it goes on in both directions, and a sender's first byte has this number.
    boolean isOpenAt(TcpEnds sender, int first) {
        return from(sender).beganAt(first) && !fromFirst.isEnded() && !fromOther.isEnded();
    }

    /// There are no more segments.
    void end() {
        fromFirst.end();
        fromOther.end();
    }
}
