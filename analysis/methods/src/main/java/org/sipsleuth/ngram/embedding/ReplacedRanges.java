package org.sipsleuth.ngram.embedding;

import java.util.Arrays;

/// The parts of a message that are replaced. Of two that overlap, the one that begins first is.
final class ReplacedRanges {

    private static final int FIRST = 64;
    private static final int[] NO_ORIGINS = {};

    private long[] ranges = new long[FIRST];
    private int size;

    void add(int from, int to) {
        if (to <= from) {
            return;
        }
        if (size == ranges.length) {
            ranges = Arrays.copyOf(ranges, size * 2);
        }
        ranges[size++] = (long) from << Integer.SIZE | to;
    }

    /// Forgets all.
    void clear() {
        size = 0;
    }

    /// The message with `*` for each part.
    byte[] replaced(byte[] message) {
        byte[] text = new byte[message.length];
        return Arrays.copyOf(text, replace(message, text, NO_ORIGINS));
    }

    /// The same with where each byte comes from.
    NormalisedText replace(byte[] message) {
        byte[] text = new byte[message.length];
        int[] origins = new int[message.length + 1];
        int length = replace(message, text, origins);
        origins[length] = message.length;
        return new NormalisedText(Arrays.copyOf(text, length), Arrays.copyOf(origins, length + 1), message.length);
    }

    /// @return the length of the text
    private int replace(byte[] message, byte[] text, int[] origins) {
        Arrays.sort(ranges, 0, size);
        int length = 0;
        int done = 0;
        for (int i = 0; i < size; i++) {
            int from = (int) (ranges[i] >>> Integer.SIZE);
            int to = (int) ranges[i];
            if (from >= done) {
                length = copy(message, done, from, text, origins, length);
                text[length] = '*';
                if (origins.length > 0) {
                    origins[length] = from;
                }
                length++;
                done = to;
            }
        }
        return copy(message, done, message.length, text, origins, length);
    }

    private static int copy(byte[] message, int from, int to, byte[] text, int[] origins, int length) {
        System.arraycopy(message, from, text, length, to - from);
        for (int i = from; i < to && origins.length > 0; i++) {
            origins[length + i - from] = i;
        }
        return length + to - from;
    }
}
