package org.sipsleuth.sequence.known.sorted;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// The most frequent class within any range of ranks, in logarithmic time: a binary tree over the
/// ranks in which each node holds the winner of its two. Of equal counts the smaller class wins.
/// Immutable.
public final class RangeMaxTree {

    private final long[] counts;
    private final int[] classes;
    private final int[] winners;

    /// @param counts of each class
    /// @param classes the class of each rank
    public RangeMaxTree(long[] counts, int[] classes) {
        this.counts = counts.clone();
        this.classes = classes.clone();
        this.winners = new int[2 * classes.length];
        for (int rank = 0; rank < classes.length; rank++) {
            winners[classes.length + rank] = rank;
        }
        for (int i = classes.length - 1; i > 0; i--) {
            winners[i] = better(winners[2 * i], winners[2 * i + 1]);
        }
    }

    private record Range(int from, int to, int winner) {}

    /// The class of this rank.
    public int classOf(int rank) {
        return classes[rank];
    }

    /// How often the sequence of this rank occurred.
    public long count(int rank) {
        return counts[classes[rank]];
    }

    /// The rank that wins among those from `from` to before `to`, of which there is at least one.
    public int winner(int from, int to) {
        int winner = from;
        int left = from + classes.length;
        int right = to + classes.length;
        while (left < right) {
            if ((left & 1) == 1) {
                winner = better(winner, winners[left++]);
            }
            if ((right & 1) == 1) {
                winner = better(winner, winners[--right]);
            }
            left >>= 1;
            right >>= 1;
        }
        return winner;
    }

    /// The ranks that win in the range, the best first, at most so many.
    public List<Integer> winners(int from, int to, int most) {
        List<Integer> best = new ArrayList<>();
        PriorityQueue<Range> ranges = new PriorityQueue<>(Comparator.comparing(Range::winner, this::compare));
        add(ranges, from, to);
        while (best.size() < most && !ranges.isEmpty()) {
            Range range = ranges.remove();
            best.add(range.winner());
            add(ranges, range.from(), range.winner());
            add(ranges, range.winner() + 1, range.to());
        }
        return best;
    }

    private void add(PriorityQueue<Range> ranges, int from, int to) {
        if (from < to) {
            ranges.add(new Range(from, to, winner(from, to)));
        }
    }

    private int better(int one, int other) {
        return compare(one, other) <= 0 ? one : other;
    }

    private int compare(int one, int other) {
        int byCount = Long.compare(count(other), count(one));
        return byCount != 0 ? byCount : Integer.compare(classes[one], classes[other]);
    }
}
