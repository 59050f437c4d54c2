package org.sipsleuth.view.dialogs.ladder.sheet;

import java.util.BitSet;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.search.SearchHits;

/// Finds the rows of a ladder whose messages have what is searched for.
public final class HitRows {

    private HitRows() {}

    /// The rows that show or count a hit.
    public static BitSet of(LadderRows rows, SearchHits hits) {
        BitSet found = new BitSet(rows.size());
        Ladder ladder = rows.ladder();
        for (int row = 0; row < rows.size(); row++) {
            boolean isHit = hits.has(ladder.message(row));
            if (!isHit && ladder.count(row) > 1) {
                isHit = countsOne(ladder, row, hits);
            }
            found.set(row, isHit);
        }
        return found;
    }

    private static boolean countsOne(Ladder ladder, int row, SearchHits hits) {
        int message = hits.next(ladder.message(row));
        while (message > ladder.message(row) && message <= ladder.lastMessage(row)) {
            if (ladder.rowOf(message) == row) {
                return true;
            }
            message = hits.next(message);
        }
        return false;
    }
}
