package org.sipsleuth.dialog.note;

/// Something about a message that is worth a look.
///
/// @param rule why
/// @param message its number in the index
/// @param words what it is here, in plain words; may hold text of the message
public record Hint(HintRule rule, int message, String words) {

    /// `Via names 10.0.0.5, but it came from 192.0.2.1. (RFC 3261 §18.2.1)`
    public String text() {
        return words + " (" + rule.source() + ")";
    }
}
