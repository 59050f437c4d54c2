package org.sipsleuth.dialog.hint;

import java.util.List;

/// A hint on a dialog with its evidence.
///
/// @param hint what it is
/// @param explanation what that means here, in a sentence
/// @param evidence the numbers of the messages that prove it
public record FoundHint(DialogHint hint, String explanation, List<Integer> evidence) {

    public FoundHint {
        evidence = List.copyOf(evidence);
    }

    /// `INVITE was refused with 420 Bad Extension. … (RFC 3261 §21.4.15)`
    public String text() {
        return explanation + " (" + hint.source() + ")";
    }
}
