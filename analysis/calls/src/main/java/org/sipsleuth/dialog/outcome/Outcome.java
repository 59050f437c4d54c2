package org.sipsleuth.dialog.outcome;

/// What became of a dialog (RFC 3261 §§12–15). `docs/OUTCOMES.md` lists, with a test for each row,
/// which messages lead to which outcome; the [Cause] is the reason.
public enum Outcome {
    /// An INVITE with no response but 100 when its coverage ends.
    SETTING_UP("setting up"),
    /// An INVITE with a provisional response above 100 and no final one when its coverage ends.
    RINGING("ringing"),
    /// Answered with 2xx and not ended when its coverage ends.
    ESTABLISHED("established"),
    /// Answered with 2xx and ended by a BYE that was accepted.
    COMPLETED("completed"),
    /// Answered with 2xx and lost: an ACK, the answer to a BYE, a refresh or an answer to a request
    /// is missing.
    DROPPED("dropped"),
    /// Ended by BYE before any final response (RFC 3261 §15).
    EARLY_DIALOG_ENDED("early dialog ended"),
    /// Withdrawn before the answer (RFC 3261 §9).
    CANCELLED("cancelled"),
    /// Sent elsewhere by a 3xx that nobody followed.
    REDIRECTED("redirected"),
    /// Redirected, challenged or asked for more digits, and called again under another Call-ID.
    CONTINUED("continued"),
    /// Refused with a 4xx or 6xx.
    REFUSED("refused"),
    /// Failed: a 5xx, another 6xx, a timeout or a loop.
    FAILED("failed"),
    /// No call: the last request was answered with 2xx.
    SUCCEEDED("succeeded"),
    /// No call: the last request has no final response when its coverage ends.
    PENDING("pending"),
    /// The capture contains too little of it to decide.
    PARTIAL("partial");

    private final String text;

    Outcome(String text) {
        this.text = text;
    }

    /// Its name for people, in the `outcome` column and in filters.
    public String text() {
        return text;
    }

    /// Whether a session was established, however it ended.
    public boolean isAnswered() {
        return this == ESTABLISHED || this == COMPLETED || this == DROPPED;
    }

    /// Whether it is what the caller wanted, as far as the capture shows.
    public boolean isGood() {
        return this == ESTABLISHED || this == COMPLETED || this == SUCCEEDED;
    }

    /// Whether it went wrong: nobody chose to end it like this.
    public boolean isBad() {
        return this == DROPPED || this == FAILED || this == REFUSED;
    }

    /// Whether it is not decided when its coverage ends.
    public boolean isOpen() {
        return switch (this) {
            case SETTING_UP, RINGING, ESTABLISHED, PENDING, PARTIAL -> true;
            case COMPLETED,
                    DROPPED,
                    EARLY_DIALOG_ENDED,
                    CANCELLED,
                    REDIRECTED,
                    CONTINUED,
                    REFUSED,
                    FAILED,
                    SUCCEEDED ->
                    false;
        };
    }
}
