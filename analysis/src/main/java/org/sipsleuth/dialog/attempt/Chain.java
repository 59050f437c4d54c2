package org.sipsleuth.dialog.attempt;

import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.column.MessageTypes;

/// An attempt while its messages come.
final class Chain {

    private final MessageTable messages;
    private final int request;
    private int lastRequest;
    private int indication = Attempt.NONE;
    private int ringing = Attempt.NONE;
    private int answer = Attempt.NONE;
    private int last = Attempt.NONE;

    Chain(MessageTable messages, int request) {
        this.messages = messages;
        this.request = request;
        lastRequest = request;
    }

    /// Whether another request of the same method continues it.
    boolean isContinuedBy(int message) {
        if (answer != Attempt.NONE || isRefused() || isGivenUp(message)) {
            return false;
        }
        boolean sameEndpoint = messages.source(message) == messages.source(request);
        return sameEndpoint || (last != Attempt.NONE && isFromSameHost(message));
    }

    /// Whether another request of the same method begins another attempt on the same hop.
    boolean isFollowedBy(int message) {
        return (answer != Attempt.NONE || isRefused() || isGivenUp(message))
                && isFromSameHost(message);
    }

    private boolean isRefused() {
        return last != Attempt.NONE && !Attempt.isRetried(messages.type(last));
    }

    /// Whether nothing came for so long that whoever asked has stopped to wait.
    private boolean isGivenUp(int message) {
        return last == Attempt.NONE
                && indication == Attempt.NONE
                && messages.capturedAtNanos(message) - messages.capturedAtNanos(lastRequest)
                        > DialogTable.TIMER_B_NANOS;
    }

    private boolean isFromSameHost(int message) {
        int mine = messages.source(request);
        int other = messages.source(message);
        return mine == other
                || messages.endpoint(mine).address().equals(messages.endpoint(other).address());
    }

    void join(int message) {
        lastRequest = message;
    }

    void respond(int message) {
        int status = messages.type(message);
        boolean isOver = answer != Attempt.NONE || (isRefused() && status / 100 != 2);
        if (isOver || status <= 100 || MessageTypes.isMethod(status)) {
            return;
        }
        if (status >= 200) {
            last = message;
        }
        if (status / 100 == 2) {
            answer = message;
        }
        if (status == 180 && ringing == Attempt.NONE) {
            ringing = message;
        }
        if (indication == Attempt.NONE && !Attempt.isRetried(status)) {
            indication = message;
        }
    }

    boolean isAnswered() {
        return answer != Attempt.NONE;
    }

    /// Whether a BYE goes between the two that this goes between.
    boolean sharesHopWith(int bye) {
        int source = messages.source(bye);
        int destination = messages.destination(bye);
        int from = messages.source(request);
        int to = messages.destination(request);
        return (source == from && destination == to) || (source == to && destination == from);
    }

    boolean isFromSameEndpoint(int message) {
        return messages.source(message) == messages.source(request);
    }

    /// The attempt so far.
    Attempt attempt(Release release) {
        return new Attempt(request, indication, ringing, answer, last, release);
    }

    /// As the end of a session.
    Release release() {
        return new Release(request, answer, answer == Attempt.NONE ? last : Attempt.NONE);
    }
}
