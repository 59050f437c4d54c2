package org.sipsleuth.conformance;

import java.util.Locale;
import org.sipsleuth.sentence.Severity;

/// The rules that a message is checked by. The texts are in the bundle of the package.
enum Rule {
    NOT_SIP(Severity.HIGH, "RFC 3261 §7"),
    /// {0} the field.
    TOO_COSTLY(Severity.INFO, ""),
    LINE_END_LF(Severity.MEDIUM, "RFC 3261 §7"),
    /// A parser that ends lines there sees other header fields than one that does not.
    LINE_END_CR(Severity.HIGH, "RFC 3261 §7"),
    HEADER_END(Severity.MEDIUM, "RFC 3261 §7"),
    HEADER_LINE(Severity.MEDIUM, "RFC 3261 §7.3.1"),
    /// {0} the version.
    VERSION(Severity.MEDIUM, "RFC 3261 §7.1"),
    /// {0} the code.
    STATUS_RANGE(Severity.MEDIUM, "RFC 3261 §7.2"),
    REQUEST_URI_HEADERS(Severity.MEDIUM, "RFC 3261 §19.1.1"),
    /// {0} the field.
    MISSING(Severity.MEDIUM, "RFC 3261 §8.1.1, §8.2.6"),
    /// RFC 2543 had none, and a proxy adds it (RFC 3261 §16.6).
    MISSING_MAX_FORWARDS(Severity.LOW, "RFC 3261 §8.1.1.6"),
    /// {0} the field, {1} how often. One parser takes the first value, another one the last.
    REPEATED(Severity.HIGH, "RFC 3261 §7.3.1"),
    /// {0} the field, {1} how often.
    REPEATED_EQUAL(Severity.MEDIUM, "RFC 3261 §7.3.1"),
    /// {0} the method in CSeq, {1} that of the request.
    CSEQ_METHOD(Severity.MEDIUM, "RFC 3261 §8.1.1.5"),
    /// {0} the number.
    CSEQ_NUMBER(Severity.MEDIUM, "RFC 3261 §8.1.1.5"),
    /// {0} the value, {1} the bytes that follow.
    CONTENT_LENGTH_LONG(Severity.MEDIUM, "RFC 3261 §18.3"),
    /// {0} the value, {1} the bytes that follow.
    CONTENT_LENGTH_SHORT(Severity.LOW, "RFC 3261 §18.3"),
    CONTENT_LENGTH_BLANK(Severity.INFO, "RFC 3261 §18.3"),
    CONTENT_LENGTH_MISSING(Severity.HIGH, "RFC 3261 §18.3"),
    CONTENT_TYPE_MISSING(Severity.MEDIUM, "RFC 3261 §20.15"),
    /// {0} the value.
    MAX_FORWARDS_RANGE(Severity.MEDIUM, "RFC 3261 §20.22"),
    /// {0} the value.
    MAX_FORWARDS_HIGH(Severity.INFO, "RFC 3261 §8.1.1.6"),
    /// {0} the field, {1} the value.
    EXPIRES_RANGE(Severity.MEDIUM, "RFC 3261 §20.19"),
    /// Receivers have to accept RFC 2543's branches (RFC 3261 §17.2.3).
    VIA_BRANCH_MISSING(Severity.LOW, "RFC 3261 §8.1.1.7"),
    /// See [#VIA_BRANCH_MISSING].
    VIA_BRANCH_COOKIE(Severity.LOW, "RFC 3261 §8.1.1.7"),
    VIA_BRANCH_EMPTY(Severity.MEDIUM, "RFC 3261 §8.1.1.7"),
    /// {0} the port.
    VIA_PORT(Severity.MEDIUM, "RFC 3261 §18.1.1"),
    /// Receivers have to accept it from elements of RFC 2543 (RFC 3261 §12.1.1).
    FROM_TAG(Severity.LOW, "RFC 3261 §8.1.1.3"),
    /// {0} the status code.
    TO_TAG(Severity.MEDIUM, "RFC 3261 §8.2.6.2"),
    /// {0} the kind of message.
    CONTACT_MISSING(Severity.MEDIUM, "RFC 3261 §8.1.1.8, §12.1.1"),
    CONTACT_STAR(Severity.MEDIUM, "RFC 3261 §10.2.2"),
    /// {0} the field, {1} the scheme.
    AUTH_SCHEME(Severity.MEDIUM, "RFC 3261 §22, §25.1"),
    /// {0} the field, {1} the scheme.
    AUTH_TOKEN(Severity.MEDIUM, "RFC 3261 §25.1, RFC 8898 §4"),
    /// {0} the field.
    ADDRESS_BRACKETS(Severity.MEDIUM, "RFC 3261 §20.10"),
    /// {0} the letter.
    SDP_MISSING(Severity.MEDIUM, "RFC 8866 §5"),
    /// {0} the letter.
    SDP_ORDER(Severity.MEDIUM, "RFC 8866 §5"),
    SDP_LINE(Severity.MEDIUM, "RFC 8866 §5"),
    /// {0} the letter.
    SDP_REPEATED(Severity.MEDIUM, "RFC 8866 §5"),
    SDP_CONNECTION(Severity.MEDIUM, "RFC 8866 §5.7");

    private final Severity severity;
    private final String reference;

    Rule(Severity severity, String reference) {
        this.severity = severity;
        this.reference = reference;
    }

    Severity severity() {
        return severity;
    }

    String reference() {
        return reference;
    }

    /// Its name in outputs, e.g. `via-branch-cookie`; also the key of its text.
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
