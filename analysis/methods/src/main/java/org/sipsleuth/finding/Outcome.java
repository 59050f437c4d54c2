package org.sipsleuth.finding;

/// How far what was found got.
public enum Outcome {
    /// The method does not determine it.
    NOT_DETERMINED,
    /// Without success.
    ATTEMPTED,
    /// In part.
    PARTIAL,
    /// With success.
    SUCCEEDED
}
