package org.sipsleuth.search;

/// How what is searched for is written.
public enum SearchKind {
    /// As it stands in the message; letters of ASCII in any case.
    TEXT,
    /// As it stands in the message, to the byte.
    EXACT_TEXT,
    /// As a regular expression ([org.sipsleuth.filter.regex]); letters of ASCII in any case.
    REGEX,
    /// Bytes as hexadecimal digits, with or without spaces, colons or dashes between them.
    HEX
}
