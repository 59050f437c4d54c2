package org.sipsleuth.search;

/// The notation of a search term.
public enum SearchKind {
    /// Text, ASCII letters in any case.
    TEXT,
    /// Text, case-sensitive.
    EXACT_TEXT,
    /// A regular expression ([org.sipsleuth.filter.regex]); letters of ASCII in any case.
    REGEX,
    /// Bytes as hexadecimal digits, with or without spaces, colons or dashes between them.
    HEX
}
