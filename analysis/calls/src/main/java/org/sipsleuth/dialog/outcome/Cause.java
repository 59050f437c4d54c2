package org.sipsleuth.dialog.outcome;

/// Why a dialog has its [Outcome]. `docs/OUTCOMES.md` lists them.
public enum Cause {
    ANSWER_AWAITED("answer awaited", "RFC 3261 §13.2.2"),

    STILL_UP("still up", "RFC 3261 §13.2.2.4"),
    ACK_AWAITED("ACK awaited", "RFC 3261 §13.3.1.4"),
    BYE_AWAITS_ANSWER("BYE awaits its answer", "RFC 3261 §15.1.1"),

    ENDED_BY_CALLER("ended by the caller", "RFC 3261 §15.1"),
    ENDED_BY_CALLEE("ended by the callee", "RFC 3261 §15.1"),
    ENDED_BY_BOTH("ended by both sides at once", "RFC 3261 §15.1.1"),

    NO_ACK("no ACK", "RFC 3261 §13.3.1.4"),
    BYE_UNANSWERED("BYE unanswered", "RFC 3261 §15.1.1"),
    BYE_REFUSED("BYE refused", "RFC 3261 §15.1.1"),
    SESSION_TIMER_EXPIRED("session timer expired", "RFC 4028 §10"),
    REQUEST_UNANSWERED("request in the dialog unanswered", "RFC 3261 §12.2.1.2"),

    CANCELLED_BY_CALLER("cancelled by the caller", "RFC 3261 §9.1"),
    ANSWERED_ELSEWHERE("answered elsewhere", "RFC 3326 §3.1"),
    STOPPED_BY_SERVER("stopped by the server", "RFC 3261 §9.1"),
    TERMINATED("request terminated", "RFC 3261 §21.4.25"),

    MOVED("moved", "RFC 3261 §21.3"),
    FOLLOWED("under another Call-ID", "RFC 3261 §8.1.3.4, §22.2, RFC 3578"),

    BUSY("busy", "RFC 3261 §21.4.24, §21.6.1"),
    DECLINED("declined", "RFC 3261 §21.6.2"),
    UNAVAILABLE("temporarily unavailable", "RFC 3261 §21.4.18"),
    NOT_FOUND("not found", "RFC 3261 §21.4.5"),
    FORBIDDEN("forbidden", "RFC 3261 §21.4.4"),
    UNWANTED("unwanted", "RFC 8197"),
    AUTHENTICATION_REQUIRED("authentication required", "RFC 3261 §22"),
    AUTHENTICATION_FAILED("authentication failed", "RFC 3261 §22.1"),
    NONCE_EXPIRED("nonce expired", "RFC 7616 §3.3"),
    MEDIA_NOT_ACCEPTABLE("media not acceptable", "RFC 3261 §21.4.26, §21.6.4"),
    INTERVAL_TOO_SMALL("interval too small", "RFC 4028 §6, RFC 3261 §21.4.17"),
    DIALOG_UNKNOWN("dialog unknown", "RFC 3261 §21.4.19"),
    REQUEST_REJECTED("request rejected", "RFC 3261 §21.4"),

    CODE_NOT_CAPTURED("status code not captured", "RFC 3261 §17.1.1.3"),

    NO_RESPONSE("no response", "RFC 3261 §17.1.1.2, §17.1.2.2"),
    NO_FINAL_RESPONSE("no final response", "RFC 3261 §16.6"),
    REQUEST_TIMEOUT("request timeout", "RFC 3261 §21.4.9"),
    LOOP("loop or too many hops", "RFC 3261 §16.3"),
    SERVICE_UNAVAILABLE("service unavailable", "RFC 3261 §21.5.4"),
    SERVER_TIMEOUT("server timeout", "RFC 3261 §21.5.5"),
    SERVER_ERROR("server error", "RFC 3261 §21.5"),
    GLOBAL_FAILURE("global failure", "RFC 3261 §21.6"),

    ACCEPTED("accepted", "RFC 3261 §21.2"),
    RESPONSE_AWAITED("response awaited", "RFC 3261 §17.1.2"),

    NOT_MATCHED("cannot be matched: no Call-ID or CSeq", "RFC 3261 §8.1.1"),
    CALL_ID_CUT("Call-ID cut by the capture", ""),
    BEGINNING_NOT_CAPTURED("beginning not captured", "RFC 3261 §12"),
    NOT_CAPTURED("not captured", "RFC 3261 §12, §17"),

    CONCEALED("hidden in this lab", "");

    private final String text;
    private final String source;

    Cause(String text, String source) {
        this.text = text;
        this.source = source;
    }

    /// Its name for people, in the `cause` column and in filters.
    public String text() {
        return text;
    }

    /// The RFC and section that it rests on.
    public String source() {
        return source;
    }
}
