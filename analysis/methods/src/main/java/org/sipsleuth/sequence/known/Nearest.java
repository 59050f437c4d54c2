package org.sipsleuth.sequence.known;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.sipsleuth.alignment.Alignment;
import org.sipsleuth.sequence.known.sorted.BitDistance;
import org.sipsleuth.sequence.known.sorted.SortedSequences;

/// Finds the known dialogs nearest to a sequence, by edit distance. Immutable.
///
/// All are compared, a column of 64 cells at a time; only the nearest are aligned. Of each sequence
/// the first [Alignment#MOST_MESSAGES] messages are compared, so that no dialog, however long,
/// takes more than a bounded time.
public final class Nearest {

    private static final Comparator<Ranked> NEAREST_FIRST = Comparator.comparingInt(Ranked::distance)
            .thenComparing(Comparator.comparingLong(Ranked::count).reversed())
            .thenComparingInt(Ranked::dialogClass);

    private final List<List<String>> known;
    private final long[] counts;
    private final SortedSequences sorted;
    private final int[] shared;
    private final int longest;

    private record Ranked(int distance, long count, int dialogClass) {}

    private Nearest(List<List<String>> known, long[] counts) {
        this.known = known.stream().map(List::copyOf).toList();
        this.counts = SortedSequences.checked(counts, known.size());
        this.sorted = new SortedSequences(this.known);
        this.shared = new int[known.size()];
        Arrays.setAll(shared, sorted::shared);
        this.longest = this.known.stream().mapToInt(Nearest::compared).max().orElse(0);
    }

    /// Among these sequences, each as frequent as the others; the k-th is class k.
    ///
    /// @throws IllegalArgumentException if there is none, or one is there twice
    public static Nearest of(List<List<String>> known) {
        long[] once = new long[known.size()];
        Arrays.fill(once, 1);
        return new Nearest(known, once);
    }

    /// Among these sequences; of equally near ones the more frequent comes first.
    ///
    /// @param counts how often each occurred, at least once
    /// @throws IllegalArgumentException if there is none, or one is there twice, or a count is
    ///     below 1
    public static Nearest of(List<List<String>> known, long[] counts) {
        return new Nearest(known, counts);
    }

    private static int compared(List<String> sequence) {
        return Math.min(sequence.size(), Alignment.MOST_MESSAGES);
    }

    /// The nearest known dialogs: by distance, then the more frequent, then the smaller class.
    ///
    /// @param most how many at most
    public List<Neighbour> of(List<String> sequence, int most) {
        PriorityQueue<Ranked> nearest = new PriorityQueue<>(NEAREST_FIRST.reversed());
        int[] symbols = sorted.symbols().numbers(sequence, Alignment.MOST_MESSAGES);
        BitDistance distance = new BitDistance(symbols, sorted.symbols().size(), longest);
        int valid = 0;
        for (int rank = 0; rank < shared.length && most > 0; rank++) {
            valid = Math.min(valid, shared[rank]);
            int length = Math.min(sorted.length(rank), Alignment.MOST_MESSAGES);
            Ranked worst = nearest.size() < most ? null : nearest.element();
            if (worst != null && Math.abs(length - symbols.length) > worst.distance()) {
                continue;
            }
            int edits = distance.to(sorted.sequence(rank), Math.min(valid, length), length);
            valid = length;
            if (worst == null || edits <= worst.distance()) {
                int k = sorted.classOf(rank);
                nearest.add(new Ranked(edits, counts[k], k));
                if (worst != null) {
                    nearest.remove();
                }
            }
        }
        return nearest.stream().sorted(NEAREST_FIRST).map(ranked -> {
            int k = ranked.dialogClass();
            Alignment alignment = Alignment.of(known.get(k), sequence);
            return new Neighbour(k, ranked.distance(), alignment);
        }).toList();
    }
}
