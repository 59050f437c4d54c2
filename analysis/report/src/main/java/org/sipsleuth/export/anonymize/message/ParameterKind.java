package org.sipsleuth.export.anonymize.message;

/// What the value of a parameter is.
enum ParameterKind {
    /// Somebody's, and so is its name.
    UNKNOWN,
    /// It has none.
    FLAG,
    /// A number that counts or measures.
    NUMBER,
    /// Somebody's: an identifier, a host, a number, a secret.
    WORD,
    /// Words of the protocol.
    WORDS,
    /// Text for people.
    TEXT,
    /// A URI, or several.
    URI
}
