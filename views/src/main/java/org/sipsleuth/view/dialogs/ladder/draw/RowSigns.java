package org.sipsleuth.view.dialogs.ladder.draw;

import java.util.BitSet;
import java.util.function.IntPredicate;

/// Which rows of a ladder have signs.
///
/// @param hinted tells the rows that hints are about
/// @param hits the rows whose messages have what is searched for
public record RowSigns(IntPredicate hinted, BitSet hits) {

    /// No row has any.
    public static final RowSigns NONE = new RowSigns(_ -> false, new BitSet());

    boolean isHinted(int row) {
        return hinted.test(row);
    }

    boolean isHit(int row) {
        return hits.get(row);
    }
}
