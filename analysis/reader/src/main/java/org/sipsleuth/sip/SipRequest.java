package org.sipsleuth.sip;

import java.util.List;

/// A request (RFC 3261 §7.1).
public record SipRequest(String method, String requestUri, String startLine, List<HeaderField> headerFields,
        SipBody body, List<ParseDefect> defects, SipCut cut, String text) implements SipMessage {
    public SipRequest {
        headerFields = List.copyOf(headerFields);
        defects = List.copyOf(defects);
    }
}
