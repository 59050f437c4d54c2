package org.sipsleuth.sip;

import java.util.List;
import java.util.Optional;

/// One whole message, read for somebody who looks at it. Immutable.
public sealed interface SipMessage permits SipRequest, SipResponse {

    /// Reads a message.
    ///
    /// @param bytes exactly what [SipParser#parse] accepted
    /// @throws IllegalArgumentException if the bytes are no SIP message
    static SipMessage of(byte[] bytes) {
        throw new UnsupportedOperationException();
    }

    /// The start line without its line end.
    String startLine();

    /// All header fields in order.
    List<HeaderField> headerFields();

    /// The value of the first header field of this name (any case, compact or long).
    Optional<String> header(String name);

    /// What is wrong with it, by place.
    List<ParseDefect> defects();

    /// Where the body begins in the bytes; equal to the length if there is none.
    int bodyOffset();

    /// The session description in the body, if there is one.
    Optional<SessionDescription> sdp();

    /// The message as text, one character a byte (ISO 8859-1), so that offsets in both are the
    /// same.
    String text();
}
