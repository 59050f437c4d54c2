package org.sipsleuth.problem;

import java.util.BitSet;
import java.util.Collection;
import org.sipsleuth.transaction.CallLegs;

/// Counts the calls of dialogs; legs of one call are one.
///
/// @param called the dialogs that have calls
/// @param legs which calls are further legs of others
record CallCount(BitSet called, CallLegs legs) {

    /// How many dialogs there are, those of one call counted once.
    int dialogs(Collection<Integer> dialogs) {
        return (int) dialogs.stream().map(legs::origin).distinct().count();
    }

    /// How many calls some dialogs belong to.
    int of(Collection<Integer> dialogs) {
        return (int) dialogs.stream().map(legs::origin).filter(called::get).distinct().count();
    }
}
