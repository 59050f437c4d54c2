package org.sipsleuth.export.anonymize;

/// What a packet of media carries, as far as a copy of it depends on that.
public enum CopiedMedia {
    /// Sound, pictures, or what nobody names.
    SOUND,
    /// Keys that were pressed (RFC 4733).
    EVENTS,
    /// What senders and receivers report (RTCP).
    CONTROL
}
