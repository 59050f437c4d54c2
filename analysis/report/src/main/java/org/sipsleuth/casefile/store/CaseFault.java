package org.sipsleuth.casefile.store;

import org.sipsleuth.text.EnumTexts;

/// Something in a case that does not match its log.
///
/// @param kind what is wrong
/// @param place the table with the key of the row, the entry of the log, or the evidence; empty for
///     the whole file
/// @param text a sentence about it
public record CaseFault(Kind kind, String place, String text) {

    /// What can be wrong.
    public enum Kind {
        FILE_DAMAGED,
        SCHEMA_ALTERED,
        SCHEMA_LACKS,
        ENTRY_MISSING,
        ENTRY_ALTERED,
        CHAIN_BROKEN,
        LOG_TRUNCATED,
        HASH_UNKNOWN,
        ROW_ADDED,
        ROW_ALTERED,
        ROW_REMOVED,
        EVIDENCE_MISSING,
        EVIDENCE_CHANGED,
        EVIDENCE_UNREADABLE;

        /// The sentence.
        public String text(Object... arguments) {
            return EnumTexts.text(this, arguments);
        }
    }
}
