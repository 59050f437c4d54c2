package org.sipsleuth.dialog.attempt;

import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.sight.Sight;

/// One attempt to set up a session or to register, as its first hop saw it: all INVITEs (or
/// REGISTERs) from the first to the one that was answered or refused, challenges and redirections
/// in between. Also used for the other requests of a dialog.
///
/// All numbers are those of messages.
///
/// @param exchange its requests and responses
/// @param handshake how its 2xx was acknowledged
/// @param session what was asked within the session
/// @param ending how the session, or the attempt, was ended
public record Attempt(Exchange exchange, Handshake handshake, Session session, Ending ending) {

    /// No message.
    public static final int NONE = -1;

    /// No time: the messages are not there, or the clock of the capture went back between them.
    public static final long NO_TIME = -1;

    /// What was asked within a session.
    ///
    /// @param answer the 2xx that began it, or the ACK that proves one, or [#NONE]: where several branches of a fork answered,
    ///     that of the dialog that was talked in, which is one that nobody ended, else the one that
    ///     lasted longest
    /// @param last the last request other than BYE
    /// @param reinvite how the 2xx to the last re-INVITE was acknowledged
    /// @param refreshed the last 2xx to a re-INVITE or UPDATE (RFC 4028 §3), or [#NONE]
    public record Session(int answer, Exchange last, Handshake reinvite, int refreshed) {

        /// Nothing was asked.
        static final Session PLAIN = new Session(NONE, Exchange.NEVER, Handshake.NONE, NONE);
    }

    /// How a session, or an attempt to set one up, was ended.
    ///
    /// @param cancel the first CANCEL before a final response, or [#NONE]
    /// @param early the BYE that was sent before any final response
    /// @param release the BYE that was sent after the answer; where several branches of a fork
    ///     answered, that of the dialog that was talked in
    /// @param isCrossed whether either side sent a BYE before it had that of the other
    ///     (RFC 3261 §15.1.1)
    public record Ending(int cancel, Exchange early, Exchange release, boolean isCrossed) {

        /// It was not ended.
        static final Ending NEVER = new Ending(NONE, Exchange.NEVER, Exchange.NEVER, false);
    }

    /// The first request, or [#NONE].
    public int request() {
        return exchange.hasRequest() ? exchange.first() : NONE;
    }

    /// The first 2xx, or [#NONE].
    public int answer() {
        return exchange.answer();
    }

    /// The last final response up to the answer, or [#NONE].
    public int last() {
        return exchange.last();
    }

    /// The BYE of the session.
    public Exchange release() {
        return ending.release();
    }

    /// How it was answered.
    ///
    /// @param endNanos until when its clocks run
    public Result result(Sight sight, long endNanos) {
        return exchange.result(sight, endNanos);
    }

    /// From the first request to the first sign of how it goes (RFC 6076 §4.3: post-selection
    /// delay), in ns; [#NO_TIME] if absent, or if it is a challenge or a redirection.
    public long setUpNanos(MessageTable messages) {
        return span(messages, request(), exchange.indication());
    }

    /// Whether what ends [#setUpNanos] is the final response of a call that was not answered:
    /// nothing was set up.
    public boolean isRefusedAtOnce() {
        return answer() == NONE && exchange.indication() != NONE && exchange.indication() == exchange.last();
    }

    /// From the first request to the answer, in ns.
    public long answerNanos(MessageTable messages) {
        return span(messages, request(), answer());
    }

    /// From the request with which the last try begins to the answer, in ns: passwords that were
    /// refused before are other tries (RFC 6076 §4.1 includes an expected challenge only).
    public long registerNanos(MessageTable messages) {
        return span(messages, exchange.tried(), answer());
    }

    /// From the first 180 to the answer, else to the refusal, in ns.
    public long ringNanos(MessageTable messages) {
        return span(messages, exchange.ringing(), last());
    }

    /// From the answer to the BYE (RFC 6076 §4.5), or to the response to a BYE that was not captured,
    /// in ns.
    public long talkNanos(MessageTable messages) {
        return span(messages, session().answer(), release().first());
    }

    /// From the answer to the BYE, or to `endNanos` where none was captured, in ns; 0 without an
    /// answer, [#NO_TIME] where the clock of the capture went back meanwhile.
    ///
    /// @param endNanos until when its clocks run
    public long talkNanos(MessageTable messages, long endNanos) {
        if (session().answer() == NONE) {
            return 0;
        }
        return release().isKnown() ? talkNanos(messages)
                : Math.max(0, endNanos - messages.capturedAtNanos(session().answer()));
    }

    /// From the BYE to its 2xx (RFC 6076 §4.4), in ns.
    public long disconnectNanos(MessageTable messages) {
        return release().hasRequest() ? span(messages, release().first(), release().answer()) : NO_TIME;
    }

    /// From one message to another, in ns.
    public static long span(MessageTable messages, int from, int to) {
        return from == NONE || to == NONE ? NO_TIME
                : Math.max(NO_TIME, messages.capturedAtNanos(to) - messages.capturedAtNanos(from));
    }

    /// Whether the response only asks to try again, here with credentials or elsewhere.
    public static boolean isRetried(int status) {
        return status == 401 || status == 402 || status == 407 || status / 100 == 3;
    }
}
