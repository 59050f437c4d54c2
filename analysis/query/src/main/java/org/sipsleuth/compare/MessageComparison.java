package org.sipsleuth.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Two messages side by side, line by line. Immutable.
///
/// Neither needs to be a message: any bytes can be compared.
public final class MessageComparison {

    private final List<LinePair> pairs;

    private MessageComparison(List<LinePair> pairs) {
        this.pairs = List.copyOf(pairs);
    }

    /// Compares the bytes of two messages.
    public static MessageComparison of(byte[] left, byte[] right) {
        List<Line> ours = LineSplitter.split(left);
        List<Line> theirs = LineSplitter.split(right);
        int[] partners = LineMatching.of(ours, theirs);
        return new MessageComparison(inOrder(ours, theirs, partners));
    }

    /// The lines in the order of the left message; those that only the right one has stand behind
    /// the line that they follow there.
    private static List<LinePair> inOrder(List<Line> ours, List<Line> theirs, int[] partners) {
        boolean[] inPlace = longestRise(partners);
        boolean[] shared = new boolean[theirs.size()];
        Arrays.stream(partners).filter(partner -> partner >= 0).forEach(p -> shared[p] = true);
        List<LinePair> pairs = new ArrayList<>();
        int next = 0;
        for (Line line : ours) {
            int partner = partners[line.number()];
            if (partner < 0) {
                pairs.add(new LinePair.OnlyLeft(line));
                continue;
            }
            boolean stays = inPlace[line.number()];
            if (stays) {
                addAlone(pairs, theirs, shared, next, partner);
                next = partner + 1;
            }
            Line other = theirs.get(partner);
            List<Change> changes = Changes.between(line.text(), other.text());
            pairs.add(new LinePair.Both(line, other, !stays, changes));
        }
        addAlone(pairs, theirs, shared, next, theirs.size());
        return pairs;
    }

    private static void addAlone(List<LinePair> pairs, List<Line> theirs, boolean[] shared, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!shared[i]) {
                pairs.add(new LinePair.OnlyRight(theirs.get(i)));
            }
        }
    }

    /// Which of the partners are part of the longest row that rises: as many lines as can be stay
    /// in place.
    private static boolean[] longestRise(int[] partners) {
        int[] endOfLength = new int[partners.length];
        int[] before = new int[partners.length];
        int longest = 0;
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] < 0) {
                continue;
            }
            int low = 0;
            int high = longest;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (partners[endOfLength[middle]] < partners[i]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[i] = low == 0 ? -1 : endOfLength[low - 1];
            endOfLength[low] = i;
            longest = Math.max(longest, low + 1);
        }
        boolean[] rises = new boolean[partners.length];
        int at = longest == 0 ? -1 : endOfLength[longest - 1];
        while (at >= 0) {
            rises[at] = true;
            at = before[at];
        }
        return rises;
    }

    /// The lines side by side.
    public List<LinePair> pairs() {
        return pairs;
    }

    /// How many lines differ.
    public int differences() {
        return (int) pairs.stream().filter(LinePair::isDifferent).count();
    }
}
