package org.sipsleuth.view.dialogs.ladder.draw;

import java.util.BitSet;
import java.util.function.IntPredicate;

/// Which rows of a ladder have signs.
///
/// @param hinted tests whether a row has hints
/// @param hits the rows whose messages have what is searched for
/// @param matches the rows whose messages match the window's filter, unlike others of their dialog
/// @param surprise how usual the messages are
public record RowSigns(IntPredicate hinted, BitSet hits, BitSet matches, RowSurprise surprise) {

    /// No row has any.
    public static final RowSigns NONE = new RowSigns(_ -> false, new BitSet(), new BitSet(), RowSurprise.NONE);

    boolean isHinted(int row) {
        return hinted.test(row);
    }

    boolean isHit(int row) {
        return hits.get(row);
    }

    boolean isMatch(int row) {
        return matches.get(row);
    }
}
