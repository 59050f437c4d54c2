package org.sipsleuth.dialog.outcome;

import java.util.Map;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.attempt.Attempt;

/// What became of a dialog, why, and by which message that shows.
///
/// @param outcome what became of it
/// @param cause why
/// @param status the final status code that decided it, 0 if none did
/// @param evidence the number of the message that decided it, or [Attempt#NONE]
/// @param isCall whether it is a call, and not a registration or the like
public record DialogOutcome(Outcome outcome, Cause cause, int status, int evidence, boolean isCall) {

    private static final Map<Cause, DialogState> OF_REFUSED_CALLS = Map.of(Cause.BUSY, DialogState.BUSY, Cause.DECLINED,
            DialogState.REJECTED, Cause.FORBIDDEN, DialogState.REJECTED, Cause.UNWANTED, DialogState.REJECTED,
            Cause.UNAVAILABLE, DialogState.UNANSWERED);

    /// The outcome of one dialog. For many, keep an [OutcomeReader].
    public static DialogOutcome of(SipIndex index, int dialog) {
        return new OutcomeReader(index).of(dialog);
    }

    /// The same once nothing more can be captured: whatever it waits for is not captured. What was
    /// captured too late to know its beginning keeps that cause.
    DialogOutcome atEndOfCoverage() {
        boolean isCut = outcome.isOpen() && cause != Cause.CONCEALED && cause != Cause.BEGINNING_NOT_CAPTURED
                && cause != Cause.NOT_MATCHED && cause != Cause.NO_ACK;
        return isCut ? new DialogOutcome(outcome, Cause.NOT_CAPTURED, status, evidence, isCall) : this;
    }

    /// The same without a reason.
    public DialogOutcome withoutCause() {
        return new DialogOutcome(outcome, Cause.CONCEALED, status, evidence, isCall);
    }

    /// The same of a leg that ended while its call went on.
    DialogOutcome withEnd(SiblingLegs.End end) {
        if (end.cause() == Cause.FOLLOWED) {
            return new DialogOutcome(Outcome.CONTINUED, end.cause(), status, evidence, isCall);
        }
        return cause == Cause.CANCELLED_BY_CALLER || outcome == Outcome.EARLY_DIALOG_ENDED
                ? new DialogOutcome(outcome, end.cause(), status, evidence, isCall)
                : this;
    }

    /// `dropped: no ACK`, `refused: busy (486)`.
    public String text() {
        boolean isRefusal = status >= 300;
        return outcome.text() + ": " + cause.text() + (isRefusal ? " (" + status + ")" : "");
    }

    /// The outcome, with its cause where it went wrong: `completed`, `dropped: no ACK`.
    public String label() {
        return outcome.isBad() || cause == Cause.NO_ACK ? text() : outcome.text();
    }

    /// The state that older versions showed, in the `state` column.
    public DialogState state() {
        return switch (outcome) {
            case SETTING_UP -> DialogState.TRYING;
            case RINGING -> DialogState.RINGING;
            case ESTABLISHED -> cause == Cause.BYE_AWAITS_ANSWER ? DialogState.COMPLETED : DialogState.IN_CALL;
            case COMPLETED -> DialogState.COMPLETED;
            case DROPPED -> DialogState.FAILED;
            case EARLY_DIALOG_ENDED, CANCELLED -> DialogState.CANCELLED;
            case REDIRECTED -> DialogState.REDIRECTED;
            case CONTINUED -> continued();
            case SUCCEEDED -> DialogState.SUCCEEDED;
            case PENDING -> DialogState.PENDING;
            case PARTIAL -> DialogState.PARTIAL;
            case REFUSED -> refused();
            case FAILED -> failed();
        };
    }

    private DialogState continued() {
        return status < 400 ? DialogState.REDIRECTED
                : Attempt.isRetried(status) ? DialogState.CHALLENGED
                : DialogState.FAILED;
    }

    private DialogState refused() {
        boolean isChallenge = cause == Cause.AUTHENTICATION_REQUIRED || cause == Cause.AUTHENTICATION_FAILED
                || cause == Cause.NONCE_EXPIRED;
        if (isChallenge) {
            return DialogState.CHALLENGED;
        }
        return isCall ? OF_REFUSED_CALLS.getOrDefault(cause, DialogState.FAILED) : DialogState.REFUSED;
    }

    private DialogState failed() {
        boolean hasNoAnswer = cause == Cause.NO_RESPONSE || cause == Cause.NO_FINAL_RESPONSE;
        if (!isCall) {
            return hasNoAnswer ? DialogState.PENDING : DialogState.REFUSED;
        }
        return hasNoAnswer || cause == Cause.REQUEST_TIMEOUT ? DialogState.UNANSWERED : DialogState.FAILED;
    }
}
