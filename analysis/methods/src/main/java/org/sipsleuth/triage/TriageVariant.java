package org.sipsleuth.triage;

import java.util.List;

/// Dialogs of a row that have the same message types in the same order.
///
/// @param text the types, `INVITE 100 180 200 BYE 200`; retransmissions are left out
/// @param types the same, one by one
/// @param dialogs those that have them, in order; at least one
public record TriageVariant(String text, List<String> types, List<Integer> dialogs) {

    /// Takes copies.
    public TriageVariant {
        types = List.copyOf(types);
        dialogs = List.copyOf(dialogs);
    }
}
