package org.sipsleuth.view.inspector;

import java.util.Arrays;
import java.util.List;
import org.sipsleuth.view.fx.Selection;

/// Where a link leads: what it chooses.
///
/// @param dialogs numbers of dialogs
/// @param messages numbers of messages
record Target(List<Integer> dialogs, List<Integer> messages) {

    Target {
        dialogs = List.copyOf(dialogs);
        messages = List.copyOf(messages);
    }

    static Target ofDialogs(int[] dialogs) {
        return new Target(Arrays.stream(dialogs).boxed().toList(), List.of());
    }

    /// The selection with this chosen.
    Selection in(Selection before) {
        return before.withDialogs(dialogs).withMessages(messages);
    }
}
