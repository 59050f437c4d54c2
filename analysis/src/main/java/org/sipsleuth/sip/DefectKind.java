package org.sipsleuth.sip;

/// What can be wrong with a message. The text says it in words, for people and for the `info`
/// command.
public enum DefectKind {
    /// The start line is neither a request line nor a status line as RFC 3261 §7.1 and §7.2
    /// write it: white space too much or of the wrong kind, or a piece missing.
    START_LINE("malformed start line"),
    /// The version is not 2.0.
    SIP_VERSION("unsupported SIP version"),
    /// The method is no token.
    METHOD("invalid method"),
    /// The Request-URI has no scheme.
    REQUEST_URI_SCHEME("Request-URI without scheme"),
    /// There is white space within the Request-URI (RFC 3261 §7.1).
    REQUEST_URI_SPACE("white space in Request-URI"),
    /// The Request-URI stands in angle brackets (RFC 3261 §7.1).
    REQUEST_URI_BRACKETS("Request-URI in angle brackets"),
    /// The Request-URI has another fault: a host that is none, characters that no URI has, or
    /// header fields, which RFC 3261 §19.1.1 forbids there.
    REQUEST_URI("malformed Request-URI"),
    /// The status code is not within 100 … 699.
    STATUS_CODE("status code out of range"),

    /// A line ends with LF alone. Told once a message.
    BARE_LF("line end without CR"),
    /// A line ends with CR alone. Told once a message.
    BARE_CR("line end without LF"),
    /// A line of the header has no colon.
    NO_COLON("header line without colon"),
    /// The name of a header field is empty or holds a character that no token has.
    HEADER_NAME("invalid header name"),
    /// A control character in the start line or the value of a header field.
    CONTROL_CHARACTER("control character in header"),
    /// Bytes in the start line or the value of a header field that are no UTF-8. Told once a
    /// message.
    INVALID_UTF8("header not in UTF-8"),
    /// The message ends before the empty line that ends its header.
    NO_EMPTY_LINE("no empty line after header"),
    /// There are more header fields than a layout keeps.
    TOO_MANY_FIELDS("too many header fields"),

    /// A mandatory header field is missing (RFC 3261 §8.1.1).
    MISSING_VIA("missing Via"),
    /// See [#MISSING_VIA].
    MISSING_FROM("missing From"),
    /// See [#MISSING_VIA].
    MISSING_TO("missing To"),
    /// See [#MISSING_VIA].
    MISSING_CALL_ID("missing Call-ID"),
    /// See [#MISSING_VIA].
    MISSING_CSEQ("missing CSeq"),
    /// A request without Max-Forwards, which RFC 2543 did not ask for and RFC 3261 does.
    MISSING_MAX_FORWARDS("missing Max-Forwards"),
    /// A header field that may stand once stands again.
    REPEATED_FIELD("repeated header field"),

    /// Call-ID is empty or has white space in it.
    CALL_ID("malformed Call-ID"),
    /// CSeq is not a number and a method.
    CSEQ("malformed CSeq"),
    /// The number in CSeq is 2³¹ or more (RFC 3261 §8.1.1.5).
    CSEQ_NUMBER("CSeq number out of range"),
    /// The method in CSeq is not the method of the request.
    CSEQ_METHOD("CSeq names another method"),
    /// Max-Forwards is not a number within 0 … 255.
    MAX_FORWARDS("invalid Max-Forwards"),
    /// Expires is not a number of at most 32 bits.
    EXPIRES("invalid Expires"),
    /// Date is not a date in GMT as RFC 3261 §20.17 writes it.
    DATE("invalid Date"),
    /// Content-Length is not a number.
    CONTENT_LENGTH("malformed Content-Length"),
    /// Content-Type is not a type and a subtype.
    CONTENT_TYPE("malformed Content-Type"),
    /// From is no address with parameters.
    FROM("malformed From"),
    /// To is no address with parameters.
    TO("malformed To"),
    /// Contact is no list of addresses with parameters, nor `*`.
    CONTACT("malformed Contact"),
    /// From has no `tag` parameter, which RFC 2543 did not ask for and RFC 3261 does.
    NO_FROM_TAG("From without tag"),
    /// Via is no list of a protocol and a sender with parameters.
    VIA("malformed Via"),

    /// Content-Length is larger than the bytes at hand.
    BODY_CUT("body shorter than Content-Length"),
    /// There are bytes after the body that Content-Length tells.
    BODY_SURPLUS("bytes after the body"),
    /// There is a body, but no Content-Type (RFC 3261 §20.15).
    NO_CONTENT_TYPE("body without Content-Type"),
    /// A line of the session description is not a letter, `=` and a value.
    SDP_LINE("malformed SDP line"),
    /// The session description does not begin with `v=0`.
    SDP_VERSION("SDP without v=0"),
    /// An `m=` line is not a medium, port, protocol and formats.
    SDP_MEDIA("malformed SDP m= line"),
    /// A `c=` line is not `IN`, an address type and an address.
    SDP_CONNECTION("malformed SDP c= line"),
    /// A medium has no `c=` line, nor has the session.
    SDP_NO_CONNECTION("SDP medium without c= line");

    private final String text;

    DefectKind(String text) {
        this.text = text;
    }

    /// The defect in words, e.g. `missing Call-ID`.
    public String text() {
        return text;
    }
}
