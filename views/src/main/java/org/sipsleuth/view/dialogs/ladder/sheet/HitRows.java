package org.sipsleuth.view.dialogs.ladder.sheet;

import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.filter.MessageSet;
import org.sipsleuth.search.SearchHits;

/// Finds the rows of a ladder whose messages a search or a filter found.
public final class HitRows {

    private HitRows() {}

    /// The rows that show or count a hit.
    public static BitSet of(LadderRows rows, SearchHits hits) {
        return of(rows, hits::has, hits::next);
    }

    /// The rows that show or count a message that matches a filter.
    public static BitSet of(LadderRows rows, MessageSet matches) {
        return of(rows, matches::contains, message -> matches.next(message + 1));
    }

    private static BitSet of(LadderRows rows, IntPredicate hits, IntUnaryOperator next) {
        BitSet found = new BitSet(rows.size());
        Ladder ladder = rows.ladder();
        for (int row = 0; row < rows.size(); row++) {
            boolean isHit = hits.test(ladder.message(row));
            if (!isHit && ladder.count(row) > 1) {
                isHit = countsOne(ladder, row, next);
            }
            found.set(row, isHit);
        }
        return found;
    }

    private static boolean countsOne(Ladder ladder, int row, IntUnaryOperator next) {
        int message = next.applyAsInt(ladder.message(row));
        while (message > ladder.message(row) && message <= ladder.lastMessage(row)) {
            if (ladder.rowOf(message) == row) {
                return true;
            }
            message = next.applyAsInt(message);
        }
        return false;
    }
}
