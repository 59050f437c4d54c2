package org.sipsleuth.dialog.ladder.layer;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.ladder.Ladder;

/// Which rows of a ladder make up a transaction (RFC 3261 §17): from the request to the last
/// response, or to the ACK of a refused INVITE.
public final class TransactionSpans {

    private TransactionSpans() {}

    /// The transactions that have at least two rows. The value of a piece is its first row.
    public static RowSpans of(Ladder ladder) {
        MessageTable table = ladder.index().messages();
        Map<Integer, int[]> reach = new LinkedHashMap<>();
        for (int row = 0; row < ladder.size(); row++) {
            int here = row;
            int transaction = table.transaction(ladder.message(row));
            int[] rows = reach.computeIfAbsent(transaction, _ -> new int[]{here, here});
            rows[1] = row;
        }
        RowSpans.Packing packing = new RowSpans.Packing();
        for (int[] rows : reach.values()) {
            if (rows[1] > rows[0]) {
                packing.add(rows[0], rows[1], rows[0]);
            }
        }
        return packing.spans();
    }
}
