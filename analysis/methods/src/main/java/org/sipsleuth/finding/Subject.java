package org.sipsleuth.finding;

/// Who or what a finding is about.
///
/// @param kind what it is
/// @param name its address, URI or sequence; may hold words from the capture
public record Subject(Kind kind, String name) {

    /// What findings are about.
    public enum Kind {
        /// An address or host that sends.
        SOURCE,
        /// An address or host that receives.
        TARGET,
        /// An address of record.
        USER,
        /// Dialogs with something in common.
        DIALOGS
    }
}
