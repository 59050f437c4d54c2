package org.sipsleuth.dialog.hint;

import java.util.Locale;

/// What explains the outcome of a dialog, or a transfer within it. Given only where messages prove
/// it; a call that went well has none but [#ONE_WAY_MEDIA], [#FAULT_IN_BYE], [#TRANSFER_REFUSED],
/// [#TRANSFER_FAILED], [#CSEQ_BACK], [#OUT_OF_ORDER] and [#OTHER_PHRASE]. `docs/HINTS.md` lists them.
public enum DialogHint {
    NO_ACK("No ACK", "RFC 3261 §13.3.1.4"),
    ANSWER_REPEATED("2xx retransmitted", "RFC 3261 §13.3.1.4"),
    CONTACT_UNREACHABLE("Contact unreachable", "RFC 3261 §12.1, RFC 1918 §3"),
    CONTACT_MISSING("Contact is missing", "RFC 3261 §12.1"),
    CONTACT_TRANSPORT("Contact names another transport", "RFC 3261 §12.1.2, RFC 3263 §4.1"),
    DROPPED_AFTER_32_S("Dropped after about 32 s", "RFC 3261 §13.3.1.4"),
    BYE_UNANSWERED("BYE unanswered", "RFC 3261 §15.1.1"),
    BYE_REFUSED("BYE refused", "RFC 3261 §15.1.2"),
    SESSION_TIMER_EXPIRED("Session timer expired", "RFC 4028 §10"),
    REQUEST_IN_DIALOG_LOST("Request in the dialog unanswered", "RFC 3261 §12.2.1.2"),
    NO_ANSWER("No response to INVITE", "RFC 3261 §17.1.1.2"),
    NO_FINAL_RESPONSE("No final response", "RFC 3261 §16.6"),
    NEXT_HOP_SILENT("Next hop does not answer", "RFC 3261 §17.1.1.2"),
    PRIVATE_TARGET("Sent to a private address", "RFC 1918 §3, RFC 5626 §1"),
    CANCEL_UNANSWERED("CANCEL unanswered", "RFC 3261 §9.1"),
    REGISTER_UNANSWERED("No response to REGISTER", "RFC 3261 §17.1.2.2"),
    REQUEST_UNANSWERED("No response to a repeated request", "RFC 3261 §17.1.2.2"),
    LARGE_OVER_UDP("Too large for UDP", "RFC 3261 §18.1.1"),
    VIA_TRANSPORT("Via names another transport", "RFC 3261 §18.1.1"),
    CONTENT_LENGTH("Wrong Content-Length", "RFC 3261 §18.3, §20.14"),

    AUTHENTICATION_FAILED("Authentication failed", "RFC 3261 §22.1"),
    NONCE_EXPIRED("Nonce expired", "RFC 7616 §3.3"),
    CHALLENGE_UNANSWERED("Challenge not answered", "RFC 3261 §22.2, §22.3"),
    REDIRECTED("Redirected, not followed", "RFC 3261 §8.1.3.4"),
    FORBIDDEN("Forbidden", "RFC 3261 §21.4.4"),
    NOT_FOUND("Number or user not found", "RFC 3261 §21.4.5"),
    NUMBER_INCOMPLETE("Number incomplete", "RFC 3261 §21.4.22"),
    NUMBER_AMBIGUOUS("Number ambiguous", "RFC 3261 §21.4.23"),
    URI_SCHEME("URI scheme not supported", "RFC 3261 §21.4.14"),
    METHOD_REFUSED("Method not supported", "RFC 3261 §21.4.6, §21.5.2"),
    CODEC_MISMATCH("Media not acceptable", "RFC 3261 §21.4.13, §21.4.26"),
    NO_MEDIA_OFFERED("Offer without media", "RFC 3264 §5.1"),
    TOO_LARGE("Message too large", "RFC 3261 §21.4.11, §21.5.7"),
    EXTENSION_UNSUPPORTED("Extension not supported", "RFC 3261 §21.4.15"),
    EXTENSION_REQUIRED("Extension required", "RFC 3261 §21.4.16"),
    INTERVAL_TOO_SMALL("Session interval too small", "RFC 4028 §6"),
    EXPIRES_TOO_SMALL("Registration interval too brief", "RFC 3261 §21.4.17"),
    IDENTITY_REFUSED("Identity of the caller refused", "RFC 8224 §6.2.2"),
    SECURITY_REQUIRED("Security agreement required", "RFC 3329 §2.3"),
    PRECONDITION("Precondition not met", "RFC 3312 §8"),
    UNAVAILABLE("Callee unavailable", "RFC 3261 §21.4.18"),
    UNWANTED("Call unwanted", "RFC 8197 §4, RFC 8688 §3"),
    LOOP("Loop or too many hops", "RFC 3261 §16.3"),
    LOOP_STATED("Loop or too many hops, not shown", "RFC 3261 §16.3"),
    NO_HOPS("Sent with Max-Forwards 0", "RFC 3261 §8.1.1.6"),
    ROUTE_UNKNOWN("Next hop not found in DNS", "RFC 3263 §4"),
    DIALOG_UNKNOWN("Dialog unknown to the other side", "RFC 3261 §12.2.2"),
    REQUEST_TIMEOUT("Request timeout", "RFC 3261 §21.4.9"),
    OVERLOAD("Server overloaded or under maintenance", "RFC 3261 §21.5.4"),
    SERVICE_UNAVAILABLE("Service unavailable", "RFC 3261 §21.5.4"),
    SERVER_TIMEOUT("Server timeout", "RFC 3261 §21.5.5"),
    SERVER_ERROR("Server error", "RFC 3261 §21.5"),
    REQUEST_REJECTED("Request rejected", "RFC 3261 §21.4, §21.6"),
    FAULT_IN_REFUSAL("Refusal states a fault", "RFC 6432 §3"),

    TAG_MISSING("Tag of the dialog is missing", "RFC 3261 §12.2.1.1"),
    TAG_CHANGED("Tag changed", "RFC 3261 §12.2.1.1"),
    CSEQ_BACK("CSeq went back", "RFC 3261 §12.2.2"),
    OUT_OF_ORDER("Refused as out of order", "RFC 3261 §12.2.2"),
    ACK_MISMATCH("ACK does not match", "RFC 3261 §13.2.2.4"),
    CANCEL_MISMATCH("CANCEL does not match", "RFC 3261 §9.1"),
    ACK_ROUTE("ACK leaves the route", "RFC 3261 §12.1.2, §13.2.2.4"),
    STRICT_ROUTE("Strict routing", "RFC 3261 §16.12"),
    NO_PRACK("No PRACK", "RFC 3262 §3, §4"),
    ONE_WAY_MEDIA("Possible one-way media", "RFC 3264 §5.1, RFC 1918 §3"),
    FAULT_IN_BYE("BYE states a fault", "RFC 3326 §2"),
    FAULT_IN_CANCEL("CANCEL states a fault", "RFC 3326 §2"),
    TRANSFER_REFUSED("Transfer refused", "RFC 3515 §2.4.2"),
    TRANSFER_FAILED("Transfer failed", "RFC 3515 §2.4.5"),
    OTHER_PHRASE("Reason phrase of another code", "RFC 3261 §21");

    private final String label;
    private final String source;

    DialogHint(String label, String source) {
        this.label = label;
        this.source = source;
    }

    /// Its name for programs: `no_ack`; the filter field is `hint.no_ack`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Its name for people.
    public String label() {
        return label;
    }

    /// The RFC and section that it rests on.
    public String source() {
        return source;
    }
}
