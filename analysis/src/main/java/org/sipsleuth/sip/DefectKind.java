package org.sipsleuth.sip;

/// What can be wrong with a message. The text says it in words, for people and for the `info`
/// command.
public enum DefectKind {
    /// The start line is neither a request line nor a status line as RFC 3261 §7.1 and §7.2 write
    /// it.
    START_LINE("malformed start line");

    private final String text;

    DefectKind(String text) {
        this.text = text;
    }

    /// The defect in words, lower case, e.g. `missing Call-ID`.
    public String text() {
        return text;
    }
}
