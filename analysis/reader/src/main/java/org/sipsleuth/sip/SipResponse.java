package org.sipsleuth.sip;

import java.util.List;

/// A response (RFC 3261 §7.2).
public record SipResponse(int statusCode, String reasonPhrase, String startLine, List<HeaderField> headerFields,
        SipBody body, List<ParseDefect> defects, SipCut cut, String text) implements SipMessage {
    public SipResponse {
        headerFields = List.copyOf(headerFields);
        defects = List.copyOf(defects);
    }
}
