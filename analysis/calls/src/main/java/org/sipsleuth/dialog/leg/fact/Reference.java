package org.sipsleuth.dialog.leg.fact;

/// A header field that names another dialog by its Call-ID.
///
/// @param kind which
/// @param callId the other's Call-ID, one of [Keys]
/// @param message where it is
public record Reference(Kind kind, long callId, int message) {

    /// Which header fields name dialogs.
    public enum Kind {
        /// One of the configured ones, such as X-Call-ID.
        FIELD,
        /// Replaces (RFC 3891).
        REPLACES,
        /// Replaces in the URI of Refer-To (RFC 3891 §3).
        REFER_REPLACES,
        /// Join (RFC 3911).
        JOIN,
        /// Target-Dialog (RFC 4538).
        TARGET_DIALOG,
        /// In-Reply-To (RFC 3261 §20.21).
        REPLY
    }
}
