package org.sipsleuth.dialog.attempt;

import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.MessageTable;

/// One try to set up a session or to register, as its first hop saw it: all INVITEs (or REGISTERs)
/// from the first to the one that was answered or refused, challenges and redirections in between.
///
/// All numbers are those of messages.
///
/// @param request the first request
/// @param indication the first response that tells how it goes: a provisional one other than 100, a
///     2xx, or a failure; or [#NONE]
/// @param ringing the first 180, or [#NONE]
/// @param answer the first 2xx, or [#NONE]
/// @param last the last final response before an answer, or the answer, or [#NONE]
/// @param release how the session was ended
public record Attempt(
        int request, int indication, int ringing, int answer, int last, Release release) {

    /// No message.
    public static final int NONE = -1;

    /// No time: the messages are not there, or the clock of the capture went back between them.
    public static final long NO_TIME = -1;

    /// How it ended.
    ///
    /// @param captureEndNanos the latest time of the capture
    public Outcome outcome(MessageTable messages, long captureEndNanos) {
        if (answer != NONE) {
            return Outcome.ANSWERED;
        }
        if (last != NONE) {
            return outcomeOf(messages.type(last));
        }
        boolean isSilent =
                indication == NONE
                        && captureEndNanos - messages.capturedAtNanos(request)
                                > DialogTable.TIMER_B_NANOS;
        return isSilent ? Outcome.TIMED_OUT : Outcome.OPEN;
    }

    /// From the first request to the first sign of how it goes (RFC 6076 §4.3: post-selection
    /// delay), in ns; [#NO_TIME] if there is none, or if it is a challenge or a redirection.
    public long setUpNanos(MessageTable messages) {
        return span(messages, request, indication);
    }

    /// From the first request to the answer, in ns.
    public long answerNanos(MessageTable messages) {
        return span(messages, request, answer);
    }

    /// From the first 180 to the answer, else to the refusal, in ns.
    public long ringNanos(MessageTable messages) {
        return span(messages, ringing, last);
    }

    /// From the answer to the BYE (RFC 6076 §4.5), in ns.
    public long talkNanos(MessageTable messages) {
        return span(messages, answer, release.bye());
    }

    /// From the BYE to its 2xx (RFC 6076 §4.4), in ns.
    public long disconnectNanos(MessageTable messages) {
        return span(messages, release.bye(), release.answer());
    }

    /// From one message to another, in ns.
    public static long span(MessageTable messages, int from, int to) {
        return from == NONE || to == NONE
                ? NO_TIME
                : Math.max(NO_TIME, messages.capturedAtNanos(to) - messages.capturedAtNanos(from));
    }

    /// Whether the response only asks to try again, here with credentials or elsewhere.
    static boolean isRetried(int status) {
        return status == 401 || status == 402 || status == 407 || status / 100 == 3;
    }

    static Outcome outcomeOf(int status) {
        if (status / 100 == 3) {
            return Outcome.REDIRECTED;
        }
        return isRetried(status) ? Outcome.CHALLENGED : Outcome.FAILED;
    }
}
