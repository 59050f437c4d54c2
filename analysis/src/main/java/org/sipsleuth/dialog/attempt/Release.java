package org.sipsleuth.dialog.attempt;

import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.MessageTable;

/// The end of a session by BYE.
///
/// @param bye the first BYE
/// @param answer its first 2xx, or [Attempt#NONE]
/// @param last its last final response other than 2xx, or [Attempt#NONE]
public record Release(int bye, int answer, int last) {

    /// There was no BYE.
    public static final Release NEVER = new Release(Attempt.NONE, Attempt.NONE, Attempt.NONE);

    /// Whether there was a BYE.
    public boolean isBegun() {
        return bye != Attempt.NONE;
    }

    /// How it ended.
    ///
    /// @param captureEndNanos the latest time of the capture
    public Outcome outcome(MessageTable messages, long captureEndNanos) {
        if (answer != Attempt.NONE) {
            return Outcome.ANSWERED;
        }
        if (last != Attempt.NONE) {
            return Attempt.outcomeOf(messages.type(last));
        }
        boolean isSilent =
                isBegun()
                        && captureEndNanos - messages.capturedAtNanos(bye)
                                > DialogTable.TIMER_B_NANOS;
        return isSilent ? Outcome.TIMED_OUT : Outcome.OPEN;
    }
}
