package org.sipsleuth.sentence;

/// How much something asks for attention, the least first: decided by what was done and how far it
/// got ([IncidentKind#severity]), not by how sure anybody is.
public enum Severity {
    INFO("info"), LOW("low"), MEDIUM("medium"), HIGH("high"), CRITICAL("critical");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /// The word for reports and for the window.
    public String word() {
        return word;
    }
}
