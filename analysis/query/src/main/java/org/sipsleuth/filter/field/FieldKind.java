package org.sipsleuth.filter.field;

/// What the values of a field are, which decides how they are compared and written.
public enum FieldKind {
    /// Characters; the values are their bytes (UTF-8, as in the message).
    TEXT("text", true),
    /// Bytes.
    BYTES("bytes", true),
    /// The bytes that a protocol spans.
    PROTOCOL("the bytes of a protocol", true),
    /// A whole number.
    WHOLE("a whole number", false),
    /// A number with a fraction.
    REAL("a number", false),
    /// 1 or 0.
    BOOLEAN("1 or 0", false),
    /// An IPv4 address: four bytes.
    IPV4("an IPv4 address", false),
    /// An IPv6 address: sixteen bytes.
    IPV6("an IPv6 address", false),
    /// A point in time: ns since the epoch.
    MOMENT("a date and time", false),
    /// A length of time: ns; written in seconds.
    SPAN("a number of seconds", false),
    /// Nothing but being there.
    LABEL("no value: present or absent", false);

    private final String text;
    private final boolean octets;

    FieldKind(String text, boolean octets) {
        this.text = text;
        this.octets = octets;
    }

    /// What it is, for people.
    public String text() {
        return text;
    }

    /// Whether values are strings of bytes that can be searched and cut.
    public boolean isOctets() {
        return octets;
    }

    /// Whether values are numbers that can be calculated with.
    public boolean isNumber() {
        return this == WHOLE || this == REAL || this == SPAN || this == MOMENT;
    }

    /// Whether values are addresses.
    public boolean isAddress() {
        return this == IPV4 || this == IPV6;
    }
}
