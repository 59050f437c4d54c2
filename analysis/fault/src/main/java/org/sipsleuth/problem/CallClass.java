package org.sipsleuth.problem;

import java.util.Locale;
import org.sipsleuth.dialog.outcome.DialogOutcome;

/// What a call was for those who called: the parts of the bar of calls, in its order.
public enum CallClass {
    /// Answered and ended, and nothing is known to have gone wrong.
    COMPLETED,
    /// Answered, its end was not captured, and nothing is known to have gone wrong.
    ESTABLISHED,
    /// Answered, and dropped or disturbed.
    TROUBLED,
    /// Not answered, for a reason that nobody chose.
    FAILED,
    /// Refused, as users meet it every day: busy, declined, unavailable, not found.
    UNANSWERED,
    /// The caller gave up, or another phone answered.
    CANCELLED,
    /// Sent elsewhere, and nobody followed.
    REDIRECTED,
    /// Not decided when its coverage ends.
    UNDECIDED,
    /// Made by a scanner or by a host that attacked before, whatever became of it: no call of those
    /// who work there.
    ATTACKER;

    /// Its name in files.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether nobody took it, for a reason that is no problem.
    public boolean isUnanswered() {
        return this == UNANSWERED || this == CANCELLED || this == REDIRECTED;
    }

    /// Of a call.
    ///
    /// @param isTroubled whether something went wrong in its dialog
    static CallClass of(DialogOutcome outcome, boolean isTroubled) {
        return switch (outcome.outcome()) {
            case COMPLETED -> isTroubled ? TROUBLED : COMPLETED;
            case ESTABLISHED -> isTroubled ? TROUBLED : ESTABLISHED;
            case DROPPED -> TROUBLED;
            case CANCELLED, EARLY_DIALOG_ENDED -> isTroubled ? FAILED : CANCELLED;
            case REDIRECTED -> isTroubled ? FAILED : REDIRECTED;
            case REFUSED, FAILED -> DialogFacts.isUsual(outcome.cause()) && !isTroubled ? UNANSWERED : FAILED;
            case CONTINUED -> REDIRECTED;
            case SETTING_UP, RINGING, PENDING, PARTIAL -> UNDECIDED;
            case SUCCEEDED -> COMPLETED;
        };
    }
}
