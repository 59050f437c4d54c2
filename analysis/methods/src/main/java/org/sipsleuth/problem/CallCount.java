package org.sipsleuth.problem;

import java.util.List;
import java.util.function.IntPredicate;
import org.sipsleuth.transaction.CallLegs;

/// Counts the calls of dialogs; legs of one call are one.
///
/// @param hasCalls the dialogs in which somebody called
/// @param legs which calls are further legs of others
record CallCount(IntPredicate hasCalls, CallLegs legs) {

    /// How many dialogs there are, those of one call counted once.
    int dialogs(List<Integer> dialogs) {
        return (int) dialogs.stream().map(legs::origin).distinct().count();
    }

    /// How many calls some dialogs belong to.
    int of(List<Integer> dialogs) {
        return (int) dialogs.stream().filter(hasCalls::test).map(legs::origin).distinct().count();
    }
}
