package org.sipsleuth.sip;

/// Where the capture cut a message off. Nothing that touches the cut is a header field, a defect, a
/// line of the session description.
public enum SipCut {
    /// All of it was captured.
    NONE,
    /// The header is complete, the body is not.
    BODY,
    /// The header is not complete: fields may be missing.
    HEADER
}
