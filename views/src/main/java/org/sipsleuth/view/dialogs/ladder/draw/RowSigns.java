package org.sipsleuth.view.dialogs.ladder.draw;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.sipsleuth.dialog.ladder.MediaArrow;
import org.sipsleuth.report.ladder.content.LadderContent.Mark;
import org.sipsleuth.report.ladder.part.LabelPainter.Badge;

/// Which rows of a ladder have signs.
///
/// @param hinted tests whether a row has hints
/// @param problems the rows that show problems
/// @param troubled tests whether a stream shows a problem
/// @param hits the rows whose messages have what is searched for
/// @param matches the rows whose messages match the window's filter, unlike others of their dialog
/// @param surprise how usual the messages are
public record RowSigns(IntPredicate hinted, BitSet problems, Predicate<MediaArrow> troubled, BitSet hits,
        BitSet matches, RowSurprise surprise) {

    /// No row has any.
    public static final RowSigns NONE =
            new RowSigns(_ -> false, new BitSet(), _ -> false, new BitSet(), new BitSet(), RowSurprise.NONE);

    private boolean isHinted(int row) {
        return hinted.test(row);
    }

    /// Where a problem is marked, hints need no mark.
    List<Badge> badges(int row) {
        return problems.get(row) ? List.of(Badge.of(Mark.PROBLEM))
                : isHinted(row) ? List.of(Badge.of(Mark.HINT))
                : List.of();
    }

    List<Badge> badges(MediaArrow stream) {
        return troubled.test(stream) ? List.of(Badge.of(Mark.PROBLEM)) : List.of();
    }

    boolean isHit(int row) {
        return hits.get(row);
    }

    boolean isMatch(int row) {
        return matches.get(row);
    }
}
