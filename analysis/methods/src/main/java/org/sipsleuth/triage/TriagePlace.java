package org.sipsleuth.triage;

import java.util.List;

/// Who has the step of a row, and to whom: what the scope of a verdict is about.
///
/// @param sender the address that asks, at the first hop of the dialogs that was captured
/// @param server the address that is asked there
/// @param dialogs those with the step between the two, in order; at least one
public record TriagePlace(String sender, String server, List<Integer> dialogs) {

    /// Takes a copy.
    public TriagePlace {
        dialogs = List.copyOf(dialogs);
    }
}
