package org.sipsleuth.export.anonymize.message;

/// What an anonymised message keeps although nobody knows the word: it names a maker or an owner, but
/// no person and no host.
public enum Kept {
    /// The values of User-Agent and Server.
    PRODUCTS,
    /// The names of header fields.
    FIELD_NAMES
}
