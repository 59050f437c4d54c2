package org.sipsleuth.view.dialogs.table.query;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.run.RunMonitor;

/// Answers queries for rows. Remembers what it learnt about the last index, hence one thread at a
/// time.
public final class RowFinder {

    /// Rows between two checks of whether the answer is still wanted.
    private static final int PATIENCE = 4_096;

    private static final long ROW_MASK = 0xffff_ffffL;
    private static final int RANK_SHIFT = 32;

    private @Nullable ColumnRanks ranks;

    /// The dialogs that the query asks for; empty if the monitor asked to stop.
    public Optional<Found> find(RowQuery query, RunMonitor monitor) {
        try {
            ColumnRanks now = ranksOf(query.listed());
            int[] rows = filter(query, monitor);
            for (int i = query.sort().size() - 1; i >= 0; i--) {
                rows = sort(rows, query.sort().get(i), now, monitor);
            }
            monitor.throwIfCancelled();
            if (query.group().isEmpty()) {
                return Optional.of(new Found(new IntRows(rows), Optional.empty()));
            }
            return Optional.of(group(rows, query, now, monitor));
        } catch (CancellationException e) {
            return Optional.empty();
        }
    }

    private ColumnRanks ranksOf(Listed listed) {
        ColumnRanks known = ranks;
        if (known == null) {
            known = new ColumnRanks(listed);
        } else if (!known.listed().equals(listed)) {
            known = known.following(listed);
        }
        ranks = known;
        return known;
    }

    private static int[] filter(RowQuery query, RunMonitor monitor) {
        DialogSearch search = new DialogSearch(query.listed(), query.words());
        int size = query.listed().index().dialogs().size();
        int[] rows = new int[size];
        int found = 0;
        for (int dialog = 0; dialog < size; dialog++) {
            if (dialog % PATIENCE == 0) {
                monitor.throwIfCancelled();
            }
            if (query.overlaps(dialog) && query.fits(dialog) && search.matches(dialog)) {
                rows[found++] = dialog;
            }
        }
        return found == size ? rows : Arrays.copyOf(rows, found);
    }

    /// Sorts stably: each row is packed with its rank and its place into one number.
    private static int[] sort(int[] rows, SortKey key, ColumnRanks ranks, RunMonitor monitor) {
        int[] rank = ranks.of(key.column(), monitor);
        int[] order = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int its = rank[rows[i]];
            order[i] = key.ascending() || its == ColumnRanks.LAST ? its : ColumnRanks.LAST - 1 - its;
        }
        return ordered(rows, order);
    }

    /// The rows in the order of a number for each, stably.
    private static int[] ordered(int[] rows, int[] order) {
        long[] packed = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            packed[i] = (long) order[i] << RANK_SHIFT | i;
        }
        Arrays.parallelSort(packed);
        int[] sorted = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            sorted[i] = rows[(int) (packed[i] & ROW_MASK)];
        }
        return sorted;
    }

    private static Found group(int[] rows, RowQuery query, ColumnRanks ranks, RunMonitor monitor) {
        DialogColumn column = query.group().orElseThrow();
        int[] rank = ranks.of(column, monitor);
        int[] sizes = new int[rank.length + 1];
        for (int row : rows) {
            sizes[group(rank, row)]++;
        }
        int[] order = new int[rows.length];
        Arrays.setAll(order, i -> group(rank, rows[i]));
        int[] byGroup = ordered(rows, order);
        Arrays.setAll(order, i -> rows.length - sizes[group(rank, byGroup[i])]);
        int[] largestFirst = ordered(byGroup, order);
        int[] starts = new int[rows.length + 1];
        int groups = 0;
        for (int i = 0; i < largestFirst.length; i++) {
            if (i == 0 || rank[largestFirst[i]] != rank[largestFirst[i - 1]]) {
                starts[groups++] = i;
            }
        }
        starts[groups] = rows.length;
        return new Found(new IntRows(largestFirst),
                Optional.of(new RowGroups(query, largestFirst, Arrays.copyOf(starts, groups + 1))));
    }

    /// Dialogs without value are a group, too.
    private static int group(int[] rank, int dialog) {
        return rank[dialog] == ColumnRanks.LAST ? rank.length : rank[dialog];
    }
}
