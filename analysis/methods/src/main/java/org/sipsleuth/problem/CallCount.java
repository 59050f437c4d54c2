package org.sipsleuth.problem;

import java.util.List;
import org.sipsleuth.dialog.statistics.CallReader;
import org.sipsleuth.transaction.CallLegs;

/// Counts the calls of dialogs; legs of one call are one.
///
/// @param calls reads the calls of dialogs
/// @param legs which calls are further legs of others
record CallCount(CallReader calls, CallLegs legs) {

    /// How many dialogs there are, those of one call counted once.
    int dialogs(List<Integer> dialogs) {
        return (int) dialogs.stream().map(legs::origin).distinct().count();
    }

    /// How many calls some dialogs belong to.
    int of(List<Integer> dialogs) {
        return (int) dialogs.stream()
                .filter(dialog -> !calls.calls(dialog).isEmpty())
                .map(legs::origin)
                .distinct()
                .count();
    }
}
