package org.sipsleuth.dialog.field;

/// What the values of a field are, and so how they are compared and written.
public enum FieldKind {
    /// Any text, as captured.
    TEXT(""),
    /// One of few words.
    WORD(""),
    /// A whole number.
    COUNT(""),
    /// A length of time, in ns; written in seconds.
    SPAN("s"),
    /// A moment, in ns since the epoch; written in seconds.
    MOMENT("s"),
    /// An address of IP.
    ADDRESS(""),
    /// An address of IP with a port.
    ENDPOINT("");

    private final String unit;

    FieldKind(String unit) {
        this.unit = unit;
    }

    /// The unit that values are written in, or empty.
    public String unit() {
        return unit;
    }

    /// Whether values are numbers, read by [FieldReader#number].
    public boolean isNumber() {
        return this == COUNT || this == SPAN || this == MOMENT;
    }

    /// Whether values are endpoints, read by [FieldReader#endpoint].
    public boolean isEndpoint() {
        return this == ADDRESS || this == ENDPOINT;
    }
}
