package org.sipsleuth.finding;

import java.util.Locale;

/// How far what was found got.
public enum Outcome {
    /// The method does not determine it.
    NOT_DETERMINED,
    /// Without success.
    ATTEMPTED,
    /// In part.
    PARTIAL,
    /// With success.
    SUCCEEDED;

    /// The word for files and filters: `attempted`, `partial`, `succeeded`, `unknown`.
    public String word() {
        return this == NOT_DETERMINED ? "unknown" : name().toLowerCase(Locale.ROOT);
    }
}
