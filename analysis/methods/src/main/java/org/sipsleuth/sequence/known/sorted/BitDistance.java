package org.sipsleuth.sequence.known.sorted;

import java.util.Arrays;

/// Edit distances from one sequence to many, 64 messages at a time: Myers' bit-parallel algorithm
/// (J. ACM 46, 1999) in Hyyrö's form for the distance of whole strings. The differences between
/// neighbouring cells of a column of the table are two bits each. Columns are kept, so that a
/// sequence costs only what it does not share with the one before. Not for several threads at once.
public final class BitDistance {

    private static final int BITS = Long.SIZE;

    private final int length;
    private final int words;

    /// The bit of the last message in the last word.
    private final long last;

    /// The bits of each symbol; 0 for all that do not occur.
    private final int[] slots;

    /// Of each slot: the places where its symbol occurs.
    private final long[] places;

    /// Of each column: where the cells rise, where they fall, and the last cell.
    private final long[] rises;

    private final long[] falls;
    private final int[] distances;

    /// @param sequence the numbers of its message types, below 0 for those that no other has
    /// @param symbols how many types the others have
    /// @param longest how long the others are at most
    public BitDistance(int[] sequence, int symbols, int longest) {
        length = sequence.length;
        words = Math.max(1, (length + BITS - 1) / BITS);
        last = 1L << (length - 1);
        slots = new int[symbols];
        long[] filled = new long[words * (length + 1)];
        int used = 0;
        for (int place = 0; place < length; place++) {
            int symbol = sequence[place];
            if (symbol >= 0) {
                if (slots[symbol] == 0) {
                    slots[symbol] = ++used;
                }
                filled[slots[symbol] * words + place / BITS] |= 1L << place;
            }
        }
        places = Arrays.copyOf(filled, words * (used + 1));
        rises = new long[words * (longest + 1)];
        falls = new long[rises.length];
        distances = new int[longest + 1];
        Arrays.fill(rises, 0, words, -1L);
        distances[0] = length;
    }

    /// The distance to the first messages of another sequence.
    ///
    /// @param other the numbers of its types
    /// @param from how many of its messages are those of the last one given here
    /// @param to how many count
    public int to(int[] other, int from, int to) {
        if (length == 0) {
            return to;
        }
        if (words == 1) {
            oneWord(other, from, to);
        } else {
            for (int column = from; column < to; column++) {
                int slot = slots[other[column]] * words;
                distances[column + 1] = distances[column] + column(slot, column);
            }
        }
        return distances[to];
    }

    /// Fills the next columns, for sequences of at most 64 messages.
    private void oneWord(int[] other, int from, int to) {
        long rise = rises[from];
        long fall = falls[from];
        int distance = distances[from];
        int shift = length - 1;
        for (int column = from; column < to; column++) {
            long equal = places[slots[other[column]]];
            long vertical = equal | fall;
            long diagonal = (((equal & rise) + rise) ^ rise) | equal;
            long right = fall | ~(diagonal | rise);
            long left = rise & diagonal;
            distance += (int) (right >>> shift & 1) - (int) (left >>> shift & 1);
            right = right << 1 | 1;
            rise = left << 1 | ~(vertical | right);
            fall = right & vertical;
            rises[column + 1] = rise;
            falls[column + 1] = fall;
            distances[column + 1] = distance;
        }
    }

    /// Fills the next column of longer ones: what leaves a word at its end enters the next one.
    ///
    /// @return by how much its last cell differs from that of the column before
    private int column(int slot, int column) {
        int step = 1;
        for (int word = 0; word < words; word++) {
            long bit = word == words - 1 ? last : Long.MIN_VALUE;
            int at = column * words + word;
            long rise = rises[at];
            long fall = falls[at];
            long vertical = places[slot + word] | fall;
            long equal = places[slot + word] | (step < 0 ? 1 : 0);
            long diagonal = (((equal & rise) + rise) ^ rise) | equal;
            long right = fall | ~(diagonal | rise);
            long left = rise & diagonal;
            int next = (right & bit) != 0 ? 1 : (left & bit) != 0 ? -1 : 0;
            right = right << 1 | (step > 0 ? 1 : 0);
            left = left << 1 | (step < 0 ? 1 : 0);
            rises[at + words] = left | ~(vertical | right);
            falls[at + words] = right & vertical;
            step = next;
        }
        return step;
    }
}
