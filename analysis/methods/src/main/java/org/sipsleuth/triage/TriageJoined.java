package org.sipsleuth.triage;

import java.util.List;
import org.sipsleuth.sentence.Sentence;

/// Another cause that is the same as that of a row.
///
/// @param title the cause in words: `BYE/408 after INVITE/200`
/// @param dialogs those of the row that have it, in order; at least one
public record TriageJoined(TriageCause cause, Sentence title, List<Integer> dialogs) {

    /// Takes a copy.
    public TriageJoined {
        dialogs = List.copyOf(dialogs);
    }
}
