package org.sipsleuth.sip;

import org.sipsleuth.text.EnumTexts;

/// What can be wrong with a message. The texts are in the bundle of the package; they are also the
/// values of the column `defects`.
public enum DefectKind {
    /// The start line is neither a request line nor a status line as RFC 3261 §7.1 and §7.2
    /// write it: white space too much or of the wrong kind, or a piece missing.
    START_LINE("RFC 3261 §7.1, §7.2"),
    /// The version is not 2.0.
    SIP_VERSION("RFC 3261 §7.1"),
    /// The method is no token.
    METHOD("RFC 3261 §25.1"),
    /// The Request-URI has no scheme.
    REQUEST_URI_SCHEME("RFC 3261 §8.1.1.1"),
    /// There is white space within the Request-URI (RFC 3261 §7.1).
    REQUEST_URI_SPACE("RFC 3261 §7.1"),
    /// The Request-URI is enclosed in angle brackets (RFC 3261 §7.1).
    REQUEST_URI_BRACKETS("RFC 3261 §7.1"),
    /// The Request-URI has another fault: an invalid host, characters not allowed in a URI, or
    /// header fields, which RFC 3261 §19.1.1 forbids there.
    REQUEST_URI("RFC 3261 §19.1.1"),
    /// The status code is not within 100 … 699.
    STATUS_CODE("RFC 3261 §7.2"),

    /// A line ends with LF alone. Recorded once a message.
    BARE_LF("RFC 3261 §7"),
    /// A line ends with CR alone. Recorded once a message.
    BARE_CR("RFC 3261 §7"),
    /// A line ends with CR CR LF, and the header goes on after it. Recorded once a message.
    DOUBLED_CR("RFC 3261 §7"),
    /// A line of the header has no colon.
    NO_COLON("RFC 3261 §7.3.1"),
    /// The name of a header field is empty or has a character not allowed in a token.
    HEADER_NAME("RFC 3261 §25.1"),
    /// A control character in the start line or the value of a header field.
    CONTROL_CHARACTER("RFC 3261 §25.1"),
    /// Bytes in the start line or the value of a header field that are not UTF-8. Recorded once a
    /// message.
    INVALID_UTF8("RFC 3261 §7"),
    /// The message ends before the empty line that ends its header.
    NO_EMPTY_LINE("RFC 3261 §7"),
    /// There are more header fields than a layout keeps.
    TOO_MANY_FIELDS(""),

    /// A mandatory header field is missing (RFC 3261 §8.1.1).
    MISSING_VIA("RFC 3261 §8.1.1"),
    /// See [#MISSING_VIA].
    MISSING_FROM("RFC 3261 §8.1.1"),
    /// See [#MISSING_VIA].
    MISSING_TO("RFC 3261 §8.1.1"),
    /// See [#MISSING_VIA].
    MISSING_CALL_ID("RFC 3261 §8.1.1"),
    /// See [#MISSING_VIA].
    MISSING_CSEQ("RFC 3261 §8.1.1"),
    /// A request without Max-Forwards, which RFC 2543 did not ask for and RFC 3261 does.
    MISSING_MAX_FORWARDS("RFC 3261 §8.1.1"),
    /// A header field that may occur only once is repeated.
    REPEATED_FIELD("RFC 3261 §7.3.1"),

    /// Call-ID is not a word, or two with `@` between.
    CALL_ID("RFC 3261 §20.8"),
    /// CSeq is not a number and a method.
    CSEQ("RFC 3261 §20.16"),
    /// The number in CSeq is 2³¹ or more (RFC 3261 §8.1.1.5).
    CSEQ_NUMBER("RFC 3261 §8.1.1.5"),
    /// The method in CSeq is not the method of the request.
    CSEQ_METHOD("RFC 3261 §8.1.1.5"),
    /// Max-Forwards is not a number within 0 … 255.
    MAX_FORWARDS("RFC 3261 §20.22"),
    /// Expires is not a number of at most 32 bits.
    EXPIRES("RFC 3261 §20.19"),
    /// Date is not a date in GMT as RFC 3261 §20.17 writes it.
    DATE("RFC 3261 §20.17"),
    /// Content-Length is not a number.
    CONTENT_LENGTH("RFC 3261 §20.14"),
    /// Content-Type is not a type and a subtype.
    CONTENT_TYPE("RFC 3261 §20.15"),
    /// From is no address with parameters.
    FROM("RFC 3261 §20.20"),
    /// To is no address with parameters.
    TO("RFC 3261 §20.39"),
    /// Contact is no list of addresses with parameters, nor `*`.
    CONTACT("RFC 3261 §20.10"),
    /// From has no `tag` parameter, which RFC 2543 did not ask for and RFC 3261 does.
    NO_FROM_TAG("RFC 3261 §8.1.1.3"),
    /// The tag of From or To is no token.
    TAG("RFC 3261 §19.3"),
    /// Route is no list of addresses in angle brackets with parameters.
    ROUTE("RFC 3261 §20.34"),
    /// Record-Route is no list of addresses in angle brackets with parameters.
    RECORD_ROUTE("RFC 3261 §20.30"),
    /// The branch of a Via is no token, or the magic cookie with nothing after it.
    BRANCH("RFC 3261 §8.1.1.7"),
    /// Via is no list of a protocol and a sender with parameters.
    VIA("RFC 3261 §20.42"),

    /// Content-Length is larger than the bytes at hand.
    BODY_CUT("RFC 3261 §18.3"),
    /// There are bytes after the body that Content-Length announces.
    BODY_SURPLUS("RFC 3261 §18.3"),
    /// There is a body, but no Content-Type (RFC 3261 §20.15).
    NO_CONTENT_TYPE("RFC 3261 §20.15"),
    /// A multipart body has no boundary, no part, or no delimiter that closes it.
    MULTIPART("RFC 2046 §5.1.1"),
    /// A line of the session description is not a letter, `=` and a value.
    SDP_LINE("RFC 8866 §5"),
    /// The session description does not begin with `v=0`.
    SDP_VERSION("RFC 8866 §5.1"),
    /// An `m=` line is not a medium, port, protocol and formats.
    SDP_MEDIA("RFC 8866 §5.14"),
    /// A `c=` line is not `IN`, an address type and an address.
    SDP_CONNECTION("RFC 8866 §5.7"),
    /// A medium has no `c=` line, nor has the session.
    SDP_NO_CONNECTION("RFC 8866 §5.7");

    private final String section;

    DefectKind(String section) {
        this.section = section;
    }

    /// What the defect is called, e.g. `missing Call-ID`.
    public String text() {
        return EnumTexts.text(this);
    }

    /// The defect and the section of the standard that it violates, e.g. `missing Call-ID (RFC 3261
    /// §8.1.1)`.
    public String reason() {
        return section.isEmpty() ? text() : text() + " (" + section + ")";
    }
}
