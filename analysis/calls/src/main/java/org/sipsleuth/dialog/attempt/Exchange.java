package org.sipsleuth.dialog.attempt;

import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.sight.Sight;

/// A request with what followed on the same hop: the same request again (with credentials, to
/// another target), retransmissions, responses. All numbers are those of messages, or
/// [Attempt#NONE].
///
/// @param first the first message: the first request, or the first response to one that was not
///     captured; none of [#NEVER] alone
/// @param hasRequest whether that is a request
/// @param tried the request with which the last try begins: the first one, or of several REGISTERs
///     the one after the last refused credentials. A challenge is part of a try (RFC 6076 §4.1)
/// @param lastRequest the last of the requests
/// @param lastRepeat the last retransmission of that
/// @param unheard the first of the latest requests in a row that nobody answered, also of those
///     that were sent on their own before; any if one was answered since
/// @param heard the last response of any kind
/// @param indication the first response that shows how it goes: a provisional one other than 100,
///     a 2xx, or a failure
/// @param ringing the first 180
/// @param answer the first 2xx
/// @param last the last final response before an answer, or the answer
/// @param accepted the ACK that proves a 2xx which was not captured: in a branch of its own (RFC 3261
///     §13.2.2.4)
/// @param refused the ACK that proves another final response which was not captured: in the branch
///     of its INVITE (§17.1.1.3)
public record Exchange(int first, boolean hasRequest, int tried, int lastRequest, int lastRepeat, int unheard,
        int heard, int indication, int ringing, int answer, int last, int accepted, int refused) {

    private static final int NONE = Attempt.NONE;

    /// Retransmissions that go on for so long have used up timer B or F: the last one is sent
    /// 31.5 s after the first transmission (RFC 3261 §17.1.1.2, §17.1.2.2).
    public static final long ALL_REPEATS_NANOS = 31_000_000_000L;

    /// There was no request.
    public static final Exchange NEVER =
            new Exchange(NONE, false, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE);

    /// Whether any message of it was captured.
    public boolean isKnown() {
        return first != NONE;
    }

    /// The endpoint that sent the request, known from its response too; not of [#NEVER].
    public int asker(MessageTable messages) {
        return hasRequest ? messages.source(first) : messages.destination(first);
    }

    /// The endpoint that the request was sent to; not of [#NEVER].
    public int asked(MessageTable messages) {
        return hasRequest ? messages.destination(first) : messages.source(first);
    }

    /// Whether it had a 2xx; it, or the request, may not have been captured.
    public boolean isAnswered() {
        return answered() != NONE;
    }

    /// The 2xx, else the ACK that proves it.
    public int answered() {
        return answer == NONE ? accepted : answer;
    }

    /// How it was answered.
    ///
    /// @param endNanos until when its clocks run
    public Result result(Sight sight, long endNanos) {
        if (isAnswered()) {
            return Result.ANSWERED;
        }
        if (last != NONE) {
            return resultOf(sight.index().messages().type(last));
        }
        if (refused != NONE) {
            return Result.FAILED;
        }
        return isSilent(sight, endNanos) ? Result.TIMED_OUT : Result.OPEN;
    }

    /// Whether nothing came for 64 × T1 (RFC 3261: timer B of INVITE, timer F of others): to the
    /// last request, or to those before it until that was sent; never where that it is absent proves
    /// nothing.
    ///
    /// @param endNanos until when its clocks run
    public boolean isSilent(Sight sight, long endNanos) {
        if (lastRequest == NONE || heard != NONE || accepted != NONE || refused != NONE) {
            return false;
        }
        MessageTable messages = sight.index().messages();
        long sent = messages.capturedAtNanos(lastRequest);
        boolean isRepeatedToTheEnd =
                lastRepeat != NONE && messages.capturedAtNanos(lastRepeat) - sent >= ALL_REPEATS_NANOS;
        boolean isLate = endNanos - sent > DialogTable.TIMER_B_NANOS
                || sent - messages.capturedAtNanos(unheard) > DialogTable.TIMER_B_NANOS;
        return isRepeatedToTheEnd
                || (isLate && sight.provesSilence(lastRequest, lastRepeat != NONE || unheard != lastRequest));
    }

    private static Result resultOf(int status) {
        if (status / 100 == 3) {
            return Result.REDIRECTED;
        }
        return Attempt.isRetried(status) ? Result.CHALLENGED : Result.FAILED;
    }
}
