package org.sipsleuth.sip;

/// The header fields whose values are read together with the message.
enum ReadField {
    VIA(false),
    FROM(true),
    TO(true),
    CALL_ID(true),
    CSEQ(true),
    MAX_FORWARDS(true),
    CONTACT(false),
    ROUTE(false),
    RECORD_ROUTE(false),
    CONTENT_LENGTH(true),
    CONTENT_TYPE(true),
    CONTENT_DISPOSITION(false),
    CONTENT_ENCODING(false),
    USER_AGENT(false),
    SERVER(false),
    EXPIRES(false),
    DATE(false);

    private final boolean isSingle;

    ReadField(boolean isSingle) {
        this.isSingle = isSingle;
    }

    /// Whether another one is a defect: the first decides how the message is understood.
    boolean isSingle() {
        return isSingle;
    }
}
