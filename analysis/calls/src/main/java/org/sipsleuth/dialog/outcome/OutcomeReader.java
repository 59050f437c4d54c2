package org.sipsleuth.dialog.outcome;

import static org.sipsleuth.dialog.attempt.Attempt.NONE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.dialog.Concealed;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.attempt.Attempt;
import org.sipsleuth.dialog.attempt.DialogWalk;
import org.sipsleuth.dialog.attempt.Exchange;
import org.sipsleuth.dialog.attempt.Handshake;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.dialog.sight.Sight;

/// Finds what became of dialogs and why: the one implementation, for the list, filters, statistics,
/// ladders and the command line. Reads columns; the text of single messages only where those do not
/// decide (credentials, session timers, who sent a BYE on another hop).
///
/// One thread at a time. Outcomes of long dialogs are remembered.
public final class OutcomeReader {

    private static final int LONG_DIALOG = 200;
    private static final int MOST_REMEMBERED = 1_000;

    /// RFC 3261 §16.6: a proxy waits more than three minutes for the end of ringing.
    private static final long TIMER_C_NANOS = 180_000_000_000L;

    /// A callee that abandoned waiting for the ACK sends its BYE after 64 × T1 (RFC 3261
    /// §13.3.1.4).
    private static final long LATEST_BYE_NANOS = 40_000_000_000L;

    private final Sight sight;
    private final SipIndex index;
    private final MessageTable messages;
    private final DialogWalk walk;
    private final OutcomeTexts texts;
    private final Map<Integer, DialogOutcome> remembered = new HashMap<>();

    public OutcomeReader(SipIndex index) {
        this(new Sight(index));
    }

    /// @param sight what the capture can see; several readers share one
    public OutcomeReader(Sight sight) {
        this.sight = sight;
        index = sight.index();
        messages = index.messages();
        walk = new DialogWalk(index);
        texts = new OutcomeTexts(index);
    }

    /// The outcome of a dialog. Cost: its messages.
    public DialogOutcome of(int dialog) {
        boolean isLong = index.dialogs().messageCount(dialog) > LONG_DIALOG;
        DialogOutcome known = isLong ? remembered.get(dialog) : null;
        if (known != null) {
            return known;
        }
        if (isApart(dialog)) {
            int only = index.dialogs().firstMessage(dialog);
            return plain(Outcome.PARTIAL, Cause.CALL_ID_CUT, only, index.dialogs().isCall(dialog));
        }
        if (index.dialogs().callId(dialog).isEmpty()) {
            return plain(Outcome.PARTIAL, Cause.NOT_MATCHED, index.dialogs().firstMessage(dialog), false);
        }
        walk.read(dialog);
        DialogOutcome outcome = atEnd(of(walk, index.dialogs().clockEndNanos(dialog)));
        if (isLong && remembered.size() < MOST_REMEMBERED) {
            remembered.put(dialog, outcome);
        }
        return outcome;
    }

    /// The outcome at the end of what was captured.
    private DialogOutcome atEnd(DialogOutcome outcome) {
        return index.dialogs().isGrowing() ? outcome : outcome.atEndOfCoverage();
    }

    /// The outcome of a call whose Call-ID another call has used since.
    ///
    /// @param endNanos until when the clocks of the dialog run
    public DialogOutcome ofEarlierCall(Attempt call, long endNanos) {
        return stated(ofCall(call, endNanos).atEndOfCoverage()); // what follows is another call
    }

    /// The outcome of a request outside of calls alone: its dialog may have others, as of several
    /// accounts that a phone registers under one Call-ID.
    ///
    /// @param response its final response, from 300 on
    public DialogOutcome ofRefused(int request, int response) {
        return ofStatus(request, response, false).atEndOfCoverage();
    }

    /// Whether a dialog is a message alone whose Call-ID was cut: what belongs to it is not known.
    public boolean isApart(int dialog) {
        int first = index.dialogs().firstMessage(dialog);
        return messages.isCut(first) && index.dialogs().isApart(dialog);
    }

    /// The outcome of what a walk went through so far.
    ///
    /// @param nowNanos the moment at which one looks: the end of the coverage, or the time of the
    ///     last message
    public DialogOutcome of(DialogWalk walked, long nowNanos) {
        return stated(found(walked, nowNanos));
    }

    /// Detectors rest on causes, so that these are concealed only where no detector runs.
    private DialogOutcome stated(DialogOutcome outcome) {
        boolean isConcealed = index.conceals(Concealed.HINTS) && index.conceals(Concealed.FINDINGS);
        return isConcealed ? outcome.withoutCause() : outcome;
    }

    private DialogOutcome found(DialogWalk walked, long nowNanos) {
        Optional<Attempt> call = walked.lastCall();
        if (call.isPresent()) {
            return ofCall(call.get(), nowNanos);
        }
        Exchange release = walked.loneRelease();
        if (release.isKnown()) {
            return ofLoneRelease(release, walked.innerRequest(), nowNanos);
        }
        Exchange inner = walked.innerRequest();
        if (inner.isKnown()) {
            return ofInner(inner, nowNanos);
        }
        return walked.lastRequest()
                .map(last -> ofRequest(last, nowNanos))
                .orElseGet(() -> plain(Outcome.PARTIAL, Cause.BEGINNING_NOT_CAPTURED, NONE, false));
    }

    /// The outcome of one attempt to set up a session.
    public DialogOutcome ofCall(Attempt call, long nowNanos) {
        DialogOutcome its = ofAttempt(call, nowNanos);
        boolean mayGoOn = its.evidence() != NONE && !its.outcome().isOpen() && !its.outcome().isAnswered();
        return mayGoOn ? SiblingLegs.of(index).end(its.evidence()).map(its::withEnd).orElse(its) : its;
    }

    private DialogOutcome ofAttempt(Attempt call, long nowNanos) {
        Exchange exchange = call.exchange();
        if (exchange.isAnswered()) {
            return ofSession(call, nowNanos);
        }
        Exchange early = call.ending().early();
        int last = exchange.last();
        boolean isEarlyEnded = early.isKnown() && (last == NONE || messages.type(last) == 487)
                && (early.isAnswered() || early.last() == NONE);
        if (isEarlyEnded) {
            return new DialogOutcome(Outcome.EARLY_DIALOG_ENDED, endedBy(call, early), last == NONE ? 0 : 487,
                    early.first(), true);
        }
        int cancel = call.ending().cancel();
        if (last != NONE) {
            boolean isCancelled = cancel != NONE && messages.type(last) == 487;
            return isCancelled ? new DialogOutcome(Outcome.CANCELLED, texts.causeOfCancel(cancel), 487, cancel, true)
                    : ofStatus(exchange, last, true);
        }
        if (exchange.refused() != NONE) {
            return cancel == NONE ? plain(Outcome.REFUSED, Cause.CODE_NOT_CAPTURED, exchange.refused(), true)
                    : plain(Outcome.CANCELLED, texts.causeOfCancel(cancel), cancel, true);
        }
        if (isUnnumbered(exchange)) {
            return plain(Outcome.PARTIAL, Cause.NOT_MATCHED, exchange.first(), true);
        }
        if (exchange.isSilent(sight, nowNanos)) {
            return plain(Outcome.FAILED, Cause.NO_RESPONSE, exchange.lastRequest(), true);
        }
        if (cancel != NONE) {
            return plain(Outcome.CANCELLED, texts.causeOfCancel(cancel), cancel, true);
        }
        return settingUp(exchange, nowNanos);
    }

    /// Whether what may have answered a request cannot be found: it has no CSeq.
    private boolean isUnnumbered(Exchange exchange) {
        return exchange.heard() == NONE && messages.cseq(exchange.first()) < 0 && !messages.isCut(exchange.first());
    }

    private DialogOutcome settingUp(Exchange exchange, long nowNanos) {
        int heard = exchange.heard();
        if (heard != NONE && nowNanos - messages.capturedAtNanos(heard) > TIMER_C_NANOS) {
            return plain(Outcome.FAILED, Cause.NO_FINAL_RESPONSE, heard, true);
        }
        boolean isRinging = exchange.indication() != NONE;
        return plain(isRinging ? Outcome.RINGING : Outcome.SETTING_UP, Cause.ANSWER_AWAITED,
                isRinging ? exchange.indication() : exchange.first(), true);
    }

    /// Of a call that was answered.
    private DialogOutcome ofSession(Attempt call, long nowNanos) {
        Exchange release = call.release();
        int status = status(call.exchange());
        for (Handshake lost : List.of(call.handshake(), call.session().reinvite())) {
            if (lost.answer() != NONE && isUnacknowledged(call, lost, nowNanos)) { // which BYE ends, and nothing else
                return new DialogOutcome(release.isKnown() ? Outcome.DROPPED : Outcome.ESTABLISHED, Cause.NO_ACK,
                        status, lost.answer(), true);
            }
        }
        if (!release.isKnown()) {
            return withoutBye(call, nowNanos);
        }
        int bye = release.first();
        if (release.isAnswered()) {
            return ofEnded(call, nowNanos);
        }
        if (call.ending().isCrossed() && isGone(release)) {
            return new DialogOutcome(Outcome.COMPLETED, Cause.ENDED_BY_BOTH, status, bye, true);
        }
        if (release.last() != NONE) {
            boolean isTimeout = messages.type(release.last()) == 408;
            return new DialogOutcome(Outcome.DROPPED, isTimeout ? Cause.BYE_UNANSWERED : Cause.BYE_REFUSED, status,
                    release.last(), true);
        }
        if (release.isSilent(sight, nowNanos)) {
            return new DialogOutcome(Outcome.DROPPED, Cause.BYE_UNANSWERED, status, bye, true);
        }
        boolean isOver = nowNanos - messages.capturedAtNanos(release.lastRequest()) > DialogTable.TIMER_B_NANOS;
        return isOver ? ofEnded(call, nowNanos)
                : new DialogOutcome(Outcome.ESTABLISHED, Cause.BYE_AWAITS_ANSWER, status, bye, true);
    }

    /// The status code of the 2xx; 0 where an ACK alone shows it.
    private int status(Exchange exchange) {
        return exchange.answer() == NONE ? 0 : messages.type(exchange.answer());
    }

    /// Whether the other side has no such dialog any more (RFC 3261 §15.1.1).
    private boolean isGone(Exchange release) {
        return release.last() != NONE && messages.type(release.last()) == 481;
    }

    /// Of a call that was answered, and ended by a BYE that was accepted, or whose answer was not
    /// captured.
    private DialogOutcome ofEnded(Attempt call, long nowNanos) {
        Exchange inner = call.session().last();
        int status = status(call.exchange());
        int bye = call.release().first();
        if (isLost(inner, call.release())) {
            return new DialogOutcome(Outcome.DROPPED, Cause.REQUEST_UNANSWERED, status, inner.first(), true);
        }
        if (texts.isSessionTimerExpired(call, nowNanos)) {
            return new DialogOutcome(Outcome.DROPPED, Cause.SESSION_TIMER_EXPIRED, status, bye, true);
        }
        Cause cause = call.ending().isCrossed() ? Cause.ENDED_BY_BOTH : endedBy(call, call.release());
        return new DialogOutcome(Outcome.COMPLETED, cause, status, bye, true);
    }

    /// Of a call that was answered and that nobody ended.
    private DialogOutcome withoutBye(Attempt call, long nowNanos) {
        Exchange inner = call.session().last();
        int status = status(call.exchange());
        if (inner.isSilent(sight, nowNanos)) {
            return new DialogOutcome(Outcome.DROPPED, Cause.REQUEST_UNANSWERED, status, inner.first(), true);
        }
        if (texts.isSessionTimerExpired(call, nowNanos)) {
            return new DialogOutcome(Outcome.DROPPED, Cause.SESSION_TIMER_EXPIRED, status, call.answer(), true);
        }
        int answered = call.exchange().answered();
        boolean isAwaited = call.handshake().isUnheard(messages, nowNanos) || (call.handshake().ack() == NONE
                && call.exchange().heard() == answered && nowNanos == messages.capturedAtNanos(answered));
        return new DialogOutcome(Outcome.ESTABLISHED, isAwaited ? Cause.ACK_AWAITED : Cause.STILL_UP, status, answered,
                true);
    }

    /// Whether a request within the dialog was answered by 408 or 481, or not at all until its
    /// sender abandoned by BYE (RFC 3261 §12.2.1.2). What came after the BYE is no reason for it.
    private boolean isLost(Exchange inner, Exchange bye) {
        if (!inner.isKnown() || inner.isAnswered() || !bye.isKnown() || bye.asker(messages) != inner.asker(messages)) {
            return false;
        }
        if (inner.last() != NONE) {
            int status = messages.type(inner.last());
            return (status == 408 || status == 481) && inner.last() < bye.first();
        }
        long ended = messages.capturedAtNanos(bye.first());
        return inner.isSilent(sight, ended) && ended - messages.capturedAtNanos(inner.lastRequest()) < LATEST_BYE_NANOS;
    }

    /// Whether the side that sent a 2xx never got its ACK: it repeated the 2xx for 64 × T1, or
    /// until a BYE that is not the other side's own and accepted end of the call (RFC 3261
    /// §13.3.1.4; of a re-INVITE §14.2).
    private boolean isUnacknowledged(Attempt call, Handshake handshake, long nowNanos) {
        Exchange release = call.release();
        long answered = messages.capturedAtNanos(handshake.answer());
        boolean isEnded = release.isKnown();
        long until = isEnded ? messages.capturedAtNanos(release.first()) : nowNanos;
        boolean isOver = isEnded || nowNanos - answered > DialogTable.TIMER_B_NANOS || (handshake.lastRepeat() != NONE
                && messages.capturedAtNanos(handshake.lastRepeat()) - answered >= Exchange.ALL_REPEATS_NANOS);
        boolean isEndedByAsker =
                release.isAnswered() && endedBy(call, release) == sideThatGot(call, handshake.answer());
        return isOver && !isEndedByAsker && handshake.isUnheard(messages, until);
    }

    /// As if the side that a 2xx was sent to had ended the call.
    private Cause sideThatGot(Attempt call, int answer) {
        int request = call.request();
        boolean isCallee = answer != call.answer() && request != NONE
                && messages.destination(answer) == messages.destination(request)
                && messages.destination(answer) != messages.source(request);
        return isCallee ? Cause.ENDED_BY_CALLEE : Cause.ENDED_BY_CALLER;
    }

    /// Who sent a BYE: also the side that a response to it went to.
    private Cause endedBy(Attempt call, Exchange bye) {
        int caller = call.exchange().asker(messages);
        int callee = call.exchange().asked(messages);
        int ender = bye.asker(messages);
        boolean isOfEither = caller != callee && (ender == caller || ender == callee);
        boolean isCaller = isOfEither ? ender == caller : texts.isFromSameParty(call.exchange().first(), bye.first());
        return isCaller ? Cause.ENDED_BY_CALLER : Cause.ENDED_BY_CALLEE;
    }

    /// Of a BYE without the INVITE it belongs to.
    private DialogOutcome ofLoneRelease(Exchange release, Exchange inner, long nowNanos) {
        if (release.isAnswered()) {
            return new DialogOutcome(Outcome.COMPLETED, Cause.BEGINNING_NOT_CAPTURED, messages.type(release.answer()),
                    release.first(), true);
        }
        if (isLost(inner, release)) {
            return new DialogOutcome(Outcome.DROPPED, Cause.REQUEST_UNANSWERED, 0, inner.first(), true);
        }
        return ofRequest(release, nowNanos);
    }

    /// Of a request within a dialog whose beginning was not captured.
    private DialogOutcome ofInner(Exchange inner, long nowNanos) {
        if (inner.isAnswered()) {
            return new DialogOutcome(Outcome.ESTABLISHED, Cause.BEGINNING_NOT_CAPTURED, status(inner), inner.first(),
                    true);
        }
        if (inner.last() != NONE) {
            return ofStatus(inner, inner.last(), true);
        }
        return inner.isSilent(sight, nowNanos) ? plain(Outcome.FAILED, Cause.NO_RESPONSE, inner.lastRequest(), true)
                : settingUp(inner, nowNanos);
    }

    /// Of a request outside of a call.
    private DialogOutcome ofRequest(Exchange exchange, long nowNanos) {
        if (exchange.isAnswered()) {
            return new DialogOutcome(Outcome.SUCCEEDED, Cause.ACCEPTED, messages.type(exchange.answer()),
                    exchange.answer(), false);
        }
        if (exchange.last() != NONE) {
            return ofStatus(exchange, exchange.last(), false);
        }
        if (messages.type(exchange.first()) == MessageTypes.CANCEL) {
            return plain(Outcome.PARTIAL, Cause.BEGINNING_NOT_CAPTURED, exchange.first(), false); // of which INVITE?
        }
        if (isUnnumbered(exchange)) {
            return plain(Outcome.PARTIAL, Cause.NOT_MATCHED, exchange.first(), false);
        }
        if (exchange.isSilent(sight, nowNanos)) {
            return plain(Outcome.FAILED, Cause.NO_RESPONSE, exchange.unheard(), false);
        }
        int heard = exchange.heard();
        if (!exchange.hasRequest()) {
            return plain(Outcome.PARTIAL, Cause.BEGINNING_NOT_CAPTURED, heard, false);
        }
        boolean isTimedOut = heard != NONE
                && nowNanos - messages.capturedAtNanos(exchange.lastRequest()) > DialogTable.TIMER_B_NANOS;
        return isTimedOut ? plain(Outcome.FAILED, Cause.NO_FINAL_RESPONSE, heard, false)
                : plain(Outcome.PENDING, Cause.RESPONSE_AWAITED, exchange.lastRequest(), false);
    }

    private DialogOutcome ofStatus(Exchange exchange, int last, boolean isCall) {
        return ofStatus(exchange.lastRequest(), last, isCall);
    }

    private DialogOutcome ofStatus(int request, int last, boolean isCall) {
        int status = messages.type(last);
        boolean isChallenge = status == 401 || status == 407;
        StatusOutcome its = StatusOutcome.of(status,
                isChallenge ? texts.causeOfChallenge(request, last) : Cause.AUTHENTICATION_REQUIRED);
        return new DialogOutcome(its.outcome(), its.cause(), status, last, isCall);
    }

    private static DialogOutcome plain(Outcome outcome, Cause cause, int evidence, boolean isCall) {
        return new DialogOutcome(outcome, cause, 0, evidence, isCall);
    }
}
