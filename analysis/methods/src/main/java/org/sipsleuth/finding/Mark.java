package org.sipsleuth.finding;

/// What a classifier says of a dialog.
public enum Mark {
    /// At or above its thresholds: hypothesis H0 of the paper.
    KNOWN("known"),
    /// One statistic above its threshold, one below: the paper leaves it open; it counts as
    /// unknown.
    BETWEEN("between"),
    /// Below its thresholds: hypothesis H1.
    UNKNOWN("unknown");

    private final String word;

    Mark(String word) {
        this.word = word;
    }

    /// The word for reports and for the window.
    public String word() {
        return word;
    }
}
