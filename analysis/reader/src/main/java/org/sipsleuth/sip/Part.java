package org.sipsleuth.sip;

/// The parts that the index needs of every message; a [SipLayout] has the position of each. One
/// that the capture cut off is absent ([SipLayout#isCut]).
public enum Part {
    /// The method of a request's start line; absent in a response.
    METHOD,
    /// The Request-URI; absent in a response.
    REQUEST_URI,
    /// The reason phrase of a response; may be empty. Absent in a request.
    REASON,
    /// The value of the first Call-ID header field, without white space around it, up to a NUL.
    CALL_ID,
    /// What there is of the value of the first Call-ID header field where the capture cut it off.
    CUT_CALL_ID,
    /// The method named in the first CSeq header field.
    CSEQ_METHOD,
    /// The URI of the first From header field, without angle brackets and header-field parameters.
    FROM_URI,
    /// The value of its `tag` parameter.
    FROM_TAG,
    /// The URI of the first To header field.
    TO_URI,
    /// The value of its `tag` parameter.
    TO_TAG,
    /// The `branch` parameter of the topmost Via value.
    BRANCH,
    /// The value of User-Agent, or of Server where there is none.
    USER_AGENT,
    /// The value of the first Content-Type header field.
    CONTENT_TYPE,
    /// The message body as far as Content-Length and the bytes at hand allow; may be empty.
    BODY,
    /// The session description that sets up the session: the body, or a part of it. All code that
    /// uses session descriptions uses this one.
    SDP
}
