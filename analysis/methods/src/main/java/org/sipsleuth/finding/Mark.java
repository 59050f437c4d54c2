package org.sipsleuth.finding;

/// Whether a model of normal traffic knows a dialog: what *known* and *unknown* mean everywhere.
/// What the networks of paper 1 say is another matter, and has other words.
public enum Mark {
    /// Training saw every step of the dialog, on each of its hops.
    KNOWN("known"),
    /// It has a step that training never saw.
    UNKNOWN("unknown");

    private final String word;

    Mark(String word) {
        this.word = word;
    }

    /// The word for filters, reports and the window.
    public String word() {
        return word;
    }
}
