package org.sipsleuth.finding;

/// How much a finding asks for attention, the least first. It says how far something is from what
/// is known, not how bad it is: that is for people to say.
public enum Severity {
    INFO("info"),
    LOW("low"),
    MEDIUM("medium"),
    HIGH("high"),
    CRITICAL("critical");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /// The word for reports and for the window.
    public String word() {
        return word;
    }
}
