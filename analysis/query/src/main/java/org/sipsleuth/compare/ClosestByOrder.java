package org.sipsleuth.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Matches lines by their order where one message has more of them than the other: of all ways to
/// do so the one in which counterparts have most words in common. So a Via that a proxy put on top
/// is the one that is new.
final class ClosestByOrder {

    /// More lines are matched from the top without looking at their words.
    private static final int MOST_LINES = 40;

    private static final int LONGEST_LOOKED_AT = 400;
    private static final double PERCENT = 100;

    private ClosestByOrder() {}

    /// For each of ours the place of its counterpart among theirs, or -1. All lines of the shorter
    /// list have one.
    static int[] of(List<Line> ours, List<Line> theirs) {
        int[] partners = new int[ours.size()];
        boolean simple = ours.size() == theirs.size() || ours.size() > MOST_LINES || theirs.size() > MOST_LINES;
        if (simple) {
            for (int i = 0; i < partners.length; i++) {
                partners[i] = i < theirs.size() ? i : -1;
            }
            return partners;
        }
        long[][] best = best(ours, theirs);
        int j = 0;
        for (int i = 0; i < partners.length; i++) {
            partners[i] = -1;
            while (j < theirs.size() && best[i][j] == best[i][j + 1]) {
                j++;
            }
            if (j < theirs.size() && best[i][j] != best[i + 1][j]) {
                partners[i] = j++;
            }
        }
        return partners;
    }

    /// The most that can be reached from each pair of places on: counterparts count more than
    /// words.
    private static long[][] best(List<Line> ours, List<Line> theirs) {
        long[][] best = new long[ours.size() + 1][theirs.size() + 1];
        for (int i = ours.size() - 1; i >= 0; i--) {
            for (int j = theirs.size() - 1; j >= 0; j--) {
                long both = 1_000_000 + likeness(ours.get(i), theirs.get(j)) + best[i + 1][j + 1];
                best[i][j] = Math.max(both, Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        return best;
    }

    /// How many of the words of the shorter one two lines have in common, in percent.
    private static long likeness(Line one, Line other) {
        Map<String, Integer> words = new HashMap<>();
        String[] ours = words(one);
        String[] theirs = words(other);
        for (String word : ours) {
            words.merge(word, 1, Integer::sum);
        }
        int common = 0;
        for (String word : theirs) {
            Integer left = words.get(word);
            if (left != null && left > 0) {
                words.put(word, left - 1);
                common++;
            }
        }
        return Math.round(PERCENT * common / Math.max(1, Math.min(ours.length, theirs.length)));
    }

    private static String[] words(Line line) {
        String text = line.text();
        return text.substring(0, Math.min(text.length(), LONGEST_LOOKED_AT)).split("\\W+", -1);
    }
}
