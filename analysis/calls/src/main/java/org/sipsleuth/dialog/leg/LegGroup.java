package org.sipsleuth.dialog.leg;

import java.util.List;

/// Dialogs that are legs of one call.
///
/// @param dialogs at least two, by their numbers
/// @param confidence that of the weakest link that holds the group together
public record LegGroup(List<Integer> dialogs, double confidence) {

    /// Copies its argument.
    public LegGroup {
        dialogs = List.copyOf(dialogs);
    }
}
