package org.sipsleuth.view.dialogs.rows;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.view.fx.Selection.TimeRange;

/// Answers queries for rows. Remembers what it learnt about the last index, hence one thread at a
/// time.
public final class RowFinder {

    /// Rows between two looks at whether the answer is still wanted.
    private static final int PATIENCE = 4_096;

    private static final long ROW_MASK = 0xffff_ffffL;
    private static final int RANK_SHIFT = 32;

    private @Nullable Listed last;
    private @Nullable ColumnRanks ranks;

    /// The numbers of the dialogs that the query asks for; empty if the answer went stale.
    public Optional<IntRows> find(RowQuery query, BooleanSupplier stale) {
        if (!query.listed().equals(last) || ranks == null) {
            last = query.listed();
            ranks = new ColumnRanks(query.listed());
        }
        int[] rows = filter(query, stale);
        for (int i = query.sort().size() - 1; i >= 0 && !stale.getAsBoolean(); i--) {
            rows = sort(rows, query.sort().get(i), ranks);
        }
        return stale.getAsBoolean() ? Optional.empty() : Optional.of(new IntRows(rows));
    }

    private static int[] filter(RowQuery query, BooleanSupplier stale) {
        DialogSearch search = new DialogSearch(query.listed(), query.words());
        int size = query.listed().index().dialogs().size();
        int[] rows = new int[size];
        int found = 0;
        for (int dialog = 0; dialog < size; dialog++) {
            if (dialog % PATIENCE == 0 && stale.getAsBoolean()) {
                break;
            }
            if (overlaps(query, dialog) && search.matches(dialog)) {
                rows[found++] = dialog;
            }
        }
        return found == size ? rows : Arrays.copyOf(rows, found);
    }

    private static boolean overlaps(RowQuery query, int dialog) {
        if (query.time().isEmpty()) {
            return true;
        }
        TimeRange range = query.time().get();
        DialogTable dialogs = query.listed().index().dialogs();
        long start = dialogs.startNanos(dialog);
        return start <= range.toNanos()
                && start + dialogs.durationNanos(dialog) >= range.fromNanos();
    }

    /// Sorts stably: each row is packed with its rank and its place into one number.
    private static int[] sort(int[] rows, SortKey key, ColumnRanks ranks) {
        int[] rank = ranks.of(key.column());
        long[] packed = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int ordered = key.ascending() ? rank[rows[i]] : Integer.MAX_VALUE - rank[rows[i]];
            packed[i] = (long) ordered << RANK_SHIFT | i;
        }
        Arrays.parallelSort(packed);
        int[] sorted = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            sorted[i] = rows[(int) (packed[i] & ROW_MASK)];
        }
        return sorted;
    }
}
