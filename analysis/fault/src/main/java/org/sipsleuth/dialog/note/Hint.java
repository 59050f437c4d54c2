package org.sipsleuth.dialog.note;

/// Something unusual about a message.
///
/// @param rule why
/// @param message its number in the index
/// @param description the details, as plain text; may contain text of the message
public record Hint(HintRule rule, int message, String description) {

    /// `Via names 10.0.0.5, but it came from 192.0.2.1. (RFC 3261 §18.2.1)`
    public String text() {
        return description + " (" + rule.source() + ")";
    }
}
