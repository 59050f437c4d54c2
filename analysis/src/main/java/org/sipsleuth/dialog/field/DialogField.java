package org.sipsleuth.dialog.field;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A field of dialogs.
public enum DialogField implements DialogValue {
    CALL_ID(FieldKind.TEXT, "Call-ID; empty for the messages that have none"),
    FIRST_FRAME(FieldKind.COUNT, "Number of the frame that completes its first message"),
    START(FieldKind.MOMENT, "Earliest time of its messages"),
    DURATION(FieldKind.SPAN, "From its earliest to its latest message"),
    MESSAGES(FieldKind.COUNT, "Messages, retransmissions included"),
    RETRANSMISSIONS(FieldKind.COUNT, "Messages that repeat an earlier one"),
    SEQUENCE(FieldKind.TEXT, "Message types in order, retransmissions left out"),
    STATE(FieldKind.WORD, "Outcome in the words of older versions (deprecated)"),
    FINAL_STATUS(FieldKind.COUNT, "Final status code that decided the outcome"),
    CALLER(FieldKind.TEXT, "From URI of its first message that has one"),
    CALLEE(FieldKind.TEXT, "To URI of its first message that has one"),
    SRC_IP(FieldKind.ADDRESS, "Address that its first message comes from"),
    DST_IP(FieldKind.ADDRESS, "Address that its first message goes to"),
    USER_AGENT(FieldKind.TEXT, "User-Agent of its first request that names one"),
    CODECS(FieldKind.TEXT, "Codecs of the last answer, else of the first offer (RFC 3264)"),

    SETUP_TIME(
            FieldKind.SPAN,
            "From the first INVITE to the first response that tells how it goes: a provisional one"
                    + " other than 100, a 2xx, or a failure (SRD, RFC 6076 §4.3; post dial delay)"),
    RING_TIME(FieldKind.SPAN, "From the first 180 to the answer or the refusal"),
    ANSWER_TIME(FieldKind.SPAN, "From the first INVITE to its 2xx"),
    TALK_TIME(FieldKind.SPAN, "From the 2xx to the BYE (SDT, RFC 6076 §4.5)"),
    DISCONNECT_TIME(FieldKind.SPAN, "From the BYE to its 2xx (SDD, RFC 6076 §4.4)"),
    REGISTER_TIME(
            FieldKind.SPAN,
            "From the first REGISTER to its 2xx, challenges included (RRD, RFC 6076 §4.1)"),
    RESPONSE_TIME(
            FieldKind.SPAN,
            "From its first request to the first response to it on the same hop, 100 included"),
    OUTCOME(FieldKind.WORD, "What became of it: completed, dropped, refused, …"),
    CAUSE(FieldKind.WORD, "Why: no ACK, BYE unanswered, busy, ended by the caller, …"),
    REASON(
            FieldKind.TEXT,
            "What a message itself gives as reason: Reason (RFC 3326, Q.850), else Warning, else"
                    + " the final status with its phrase"),
    SERVER(FieldKind.TEXT, "Server or User-Agent of its first response that names one"),
    CODEC(FieldKind.TEXT, "First of the codecs"),
    TRANSPORT(FieldKind.WORD, "Transport of its first message"),
    SOURCE(FieldKind.ENDPOINT, "Address and port that its first message comes from"),
    DESTINATION(FieldKind.ENDPOINT, "Address and port that its first message goes to"),
    REQUEST_URI(FieldKind.TEXT, "Request-URI of its first request"),
    FROM_DISPLAY(FieldKind.TEXT, "Display name in From of its first message"),
    TO_DISPLAY(FieldKind.TEXT, "Display name in To of its first message"),
    REQUESTS(FieldKind.COUNT, "Requests, retransmissions included"),
    RESPONSES(FieldKind.COUNT, "Responses, retransmissions included"),
    MESSAGES_SENT(FieldKind.COUNT, "Messages from the address that sent the first one"),
    MESSAGES_RECEIVED(FieldKind.COUNT, "Messages to the address that sent the first one"),
    DEFECTS(FieldKind.COUNT, "Messages in which something is wrong"),
    BYTES(FieldKind.COUNT, "Bytes of all its messages"),
    METHOD(FieldKind.WORD, "Method of its first request, else of the CSeq of its first response"),
    HINTS(
            FieldKind.TEXT,
            "What explains its outcome: no ACK, Contact unreachable, BYE unanswered …"),
    FILES(FieldKind.TEXT, "Captures that hold its messages, as they were named");

    private final FieldKind kind;
    private final String description;

    DialogField(FieldKind kind, String description) {
        this.kind = kind;
        this.description = description;
    }

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public FieldKind kind() {
        return kind;
    }

    @Override
    public String description() {
        return description;
    }

    /// Whether a dialog has several values, which [FieldReader#list] gives.
    public boolean isList() {
        return this == CODECS || this == HINTS || this == FILES;
    }

    /// The field with this key, in any case.
    public static Optional<DialogField> of(String key) {
        return Stream.of(values()).filter(field -> field.name().equalsIgnoreCase(key)).findFirst();
    }
}
