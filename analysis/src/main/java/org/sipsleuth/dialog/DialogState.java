package org.sipsleuth.dialog;

/// How far a dialog has come, or how it ended. `docs/DIALOGS.md` tells which message leads where.
public enum DialogState {
    /// An INVITE without an answer other than 100.
    TRYING("trying", true),
    /// A provisional response above 100 was the last word.
    RINGING("ringing", true),
    /// Answered with 2xx, not ended.
    IN_CALL("in call", true),
    /// Answered and ended by BYE.
    COMPLETED("completed", true),
    /// Withdrawn by the caller (CANCEL, 487).
    CANCELLED("cancelled", true),
    /// Refused as busy (486, 600).
    BUSY("busy", true),
    /// Refused (403, 603, 607 …).
    REJECTED("rejected", true),
    /// Sent elsewhere by a 3xx.
    REDIRECTED("redirected", true),
    /// Challenged (401, 407) and not tried again.
    CHALLENGED("challenged", true),
    /// Ended by another 4xx, 5xx or 6xx.
    FAILED("failed", true),
    /// Rung out: 408, 480 or no answer at all.
    UNANSWERED("unanswered", true),
    /// A dialog without INVITE whose last request has no final response.
    PENDING("pending", false),
    /// A dialog without INVITE whose last request was answered with 2xx.
    SUCCEEDED("succeeded", false),
    /// A dialog without INVITE whose last request was refused.
    REFUSED("refused", false),
    /// Responses or ACKs only: the requests are not in the capture.
    PARTIAL("partial", false);

    private final String text;
    private final boolean call;

    DialogState(String text, boolean call) {
        this.text = text;
        this.call = call;
    }

    /// The state's name for people and for the `state` column.
    public String text() {
        return text;
    }

    /// Whether it is the state of a call (a dialog with an INVITE).
    public boolean isCall() {
        return call;
    }
}
