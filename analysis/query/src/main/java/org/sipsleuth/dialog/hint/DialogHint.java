package org.sipsleuth.dialog.hint;

import java.util.Locale;

/// What explains the outcome of a dialog. Given only where messages prove it; a call that went well
/// has none but [#ONE_WAY_MEDIA], [#FAULT_IN_BYE], [#OUT_OF_ORDER] and [#OTHER_PHRASE].
/// `docs/HINTS.md` lists them.
public enum DialogHint {
    NO_ACK("No ACK"),
    ANSWER_REPEATED("2xx retransmitted"),
    CONTACT_UNREACHABLE("Contact unreachable"),
    DROPPED_AFTER_32_S("Dropped after about 32 s"),
    BYE_UNANSWERED("BYE unanswered"),
    SESSION_TIMER_EXPIRED("Session timer expired"),
    NO_ANSWER("No response to INVITE"),
    CANCEL_UNANSWERED("CANCEL unanswered"),
    REGISTER_UNANSWERED("No response to REGISTER"),
    REQUEST_UNANSWERED("No response to a repeated request"),
    AUTHENTICATION_FAILED("Authentication failed"),
    NONCE_EXPIRED("Nonce expired"),
    CODEC_MISMATCH("Media not acceptable"),
    LOOP("Loop or too many hops"),
    INTERVAL_TOO_SMALL("Session interval too small"),
    OVERLOAD("Server overloaded"),
    TAG_MISSING("Tag of the dialog is missing"),
    CSEQ_BACK("CSeq went back"),
    OUT_OF_ORDER("Refused as out of order"),
    ACK_ROUTE("ACK leaves the route"),
    NO_PRACK("No PRACK"),
    ONE_WAY_MEDIA("Possible one-way media"),
    FAULT_IN_BYE("BYE states a fault"),
    OTHER_PHRASE("Reason phrase of another code");

    private final String label;

    DialogHint(String label) {
        this.label = label;
    }

    /// Its name for programs: `no_ack`; the filter field is `hint.no_ack`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Its name for people.
    public String label() {
        return label;
    }
}
