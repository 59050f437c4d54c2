package org.sipsleuth.simulate.wire;

/// How much of the media is written.
public enum RtpMode {
    NONE,
    /// The first and last packets of each talk.
    SPARSE,
    /// All, with reports.
    FULL
}
