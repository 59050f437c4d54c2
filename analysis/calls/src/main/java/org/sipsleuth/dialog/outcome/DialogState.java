package org.sipsleuth.dialog.outcome;

/// The words of the column `state`, as it was before there were [Outcome] and [Cause], from which
/// it follows ([DialogOutcome#state]). Kept for scripts; deprecated.
public enum DialogState {
    /// An INVITE without an answer other than 100.
    TRYING("trying"),
    /// A provisional response above 100 was the last word.
    RINGING("ringing"),
    /// Answered with 2xx, not ended.
    IN_CALL("in call"),
    /// Ended by BYE.
    COMPLETED("completed"),
    /// Withdrawn by the caller before an answer (CANCEL, 487).
    CANCELLED("cancelled"),
    /// Refused as busy (486, 600).
    BUSY("busy"),
    /// Refused (403, 433, 603, 607, 608).
    REJECTED("rejected"),
    /// Sent elsewhere by a 3xx, and not followed.
    REDIRECTED("redirected"),
    /// Challenged (401, 407), and not tried again.
    CHALLENGED("challenged"),
    /// An INVITE ended by another 4xx, 5xx or 6xx.
    FAILED("failed"),
    /// Rung out (408, 480), or no response at all within 32 s (RFC 3261 §17.1.1.2, timer B).
    UNANSWERED("unanswered"),
    /// Without INVITE: the last request has no final response.
    PENDING("pending"),
    /// Without INVITE: the last final response was a 2xx.
    SUCCEEDED("succeeded"),
    /// Without INVITE: the last final response was another 4xx, 5xx or 6xx.
    REFUSED("refused"),
    /// Only ACKs or provisional responses: what they belong to is not in the capture.
    PARTIAL("partial");

    private final String text;

    DialogState(String text) {
        this.text = text;
    }

    /// The state's name for people and for the `state` column.
    public String text() {
        return text;
    }
}
