package org.sipsleuth.dialog.field;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A field of dialogs.
public enum DialogField implements DialogValue {
    CALL_ID(FieldKind.TEXT, "Call-ID; empty for messages without one"),
    FIRST_FRAME(FieldKind.COUNT, "Number of the frame that completes its first message"),
    START(FieldKind.MOMENT, "Earliest time of its messages"),
    DURATION(FieldKind.SPAN, "From its earliest to its latest message"),
    MESSAGES(FieldKind.COUNT, "Messages, retransmissions included"),
    RETRANSMISSIONS(FieldKind.COUNT, "Messages that repeat an earlier one"),
    SEQUENCE(FieldKind.TEXT, "Message types in order, retransmissions left out"),
    STATE(FieldKind.WORD, "Outcome with the names of older versions (deprecated)"),
    FINAL_STATUS(FieldKind.COUNT, "Final status code that decided the outcome"),
    CALLER(FieldKind.TEXT, "From URI of its first message that has one"),
    CALLEE(FieldKind.TEXT, "To URI of its first message that has one"),
    SRC_IP(FieldKind.ADDRESS, "Source address of its first message"),
    DST_IP(FieldKind.ADDRESS, "Destination address of its first message"),
    USER_AGENT(FieldKind.TEXT, "User-Agent of its first request that names one"),
    CODECS(FieldKind.TEXT, "Codecs of the last answer, else of the first offer (RFC 3264)"),

    SETUP_TIME(FieldKind.SPAN,
            "From the first INVITE to the first response other than 100: provisional, 2xx or"
                    + " failure (SRD, RFC 6076 §4.3; post-dial delay)"),
    RING_TIME(FieldKind.SPAN, "From the first 180 to the answer or rejection"),
    ANSWER_TIME(FieldKind.SPAN, "From the first INVITE to its 2xx"),
    TALK_TIME(FieldKind.SPAN, "From the 2xx to the BYE (SDT, RFC 6076 §4.5)"),
    DISCONNECT_TIME(FieldKind.SPAN, "From the BYE to its 2xx (SDD, RFC 6076 §4.4)"),
    REGISTER_TIME(FieldKind.SPAN,
            "From the first REGISTER to its 2xx, challenges included, but not what was sent"
                    + " before credentials were refused (RRD, RFC 6076 §4.1)"),
    RESPONSE_TIME(FieldKind.SPAN, "From its first request to the first response to it on the same hop, 100 included"),
    OUTCOME(FieldKind.WORD, "Outcome: completed, dropped, refused, …"),
    CAUSE(FieldKind.WORD, "Cause of the outcome: no ACK, BYE unanswered, busy, ended by the caller, …"),
    REASON(FieldKind.TEXT,
            "Reason stated in a message: Reason (RFC 3326, Q.850), else the dialog in which the call went on, else Warning, else the final"
                    + " status with its phrase"),
    SERVER(FieldKind.TEXT, "Server or User-Agent of its first response that names one"),
    CODEC(FieldKind.TEXT, "First codec"),
    TRANSPORT(FieldKind.WORD, "Transport of its first message"),
    SOURCE(FieldKind.ENDPOINT, "Source address and port of its first message"),
    DESTINATION(FieldKind.ENDPOINT, "Destination address and port of its first message"),
    REQUEST_URI(FieldKind.TEXT, "Request-URI of its first request"),
    FROM_DISPLAY(FieldKind.TEXT, "Display name in From of its first message"),
    TO_DISPLAY(FieldKind.TEXT, "Display name in To of its first message"),
    REQUESTS(FieldKind.COUNT, "Requests, retransmissions included"),
    RESPONSES(FieldKind.COUNT, "Responses, retransmissions included"),
    MESSAGES_SENT(FieldKind.COUNT, "Messages from the address that sent the first one"),
    MESSAGES_RECEIVED(FieldKind.COUNT, "Messages to the address that sent the first one"),
    DEFECTS(FieldKind.COUNT, "Messages with defects"),
    BYTES(FieldKind.COUNT, "Total size of its messages in bytes"),
    METHOD(FieldKind.WORD, "Method of its first request, else of the CSeq of its first response"),
    HINTS(FieldKind.TEXT, "Hints that explain its outcome: no ACK, Contact unreachable, BYE unanswered …"),
    FILES(FieldKind.TEXT, "Captures that contain its messages"),
    EARLIER_CALLS(FieldKind.TEXT, "Calls of the same Call-ID before its last one, with outcome and talk time: another"
            + " From tag after the end of the one before (RFC 3261 §8.1.1.4)");

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

    /// Whether a dialog has several values, which [FieldReader#list] returns.
    public boolean isList() {
        return this == CODECS || this == HINTS || this == FILES;
    }

    /// The field with this key, in any case.
    public static Optional<DialogField> of(String key) {
        return Stream.of(values()).filter(field -> field.name().equalsIgnoreCase(key)).findFirst();
    }
}
