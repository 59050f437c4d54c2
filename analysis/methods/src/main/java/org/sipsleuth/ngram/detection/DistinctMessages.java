package org.sipsleuth.ngram.detection;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.KeyedHash;
import org.sipsleuth.ngram.embedding.Embedding;
import org.sipsleuth.run.RunMonitor;

/// Which messages of a capture are equal once their values are replaced, and have the same
/// over-long fields, as long within a factor of two: a value that is replaced may be one. Immutable.
///
/// Messages are equal if two hashes of 64 bits are, each with a key of its own that nobody knows: so
/// nobody can construct two that only seem equal. Costs 4 bytes a message and 28 bytes a
/// distinct one.
public final class DistinctMessages {

    private static final int BATCH = 1 << 13;

    private final int[] distinctOf;
    private int[] first = new int[BATCH];
    private int[] copies = new int[BATCH];
    private int size;

    private DistinctMessages(int messages) {
        distinctOf = new int[messages];
    }

    /// @param leftOut messages that are not looked at
    /// @param overlong of a message's bytes: 0, or a number for its over-long fields
    static DistinctMessages of(SipIndex index, Embedding embedding, DialogContexts contexts, BitSet leftOut,
            ToIntFunction<byte[]> overlong, RunMonitor monitor) {
        DistinctMessages distinct = new DistinctMessages(index.messages().size());
        HashTable table = new HashTable();
        KeyedHash one = KeyedHash.random();
        KeyedHash other = KeyedHash.random();
        int messages = index.messages().size();
        long[] hashes = new long[2 * BATCH];
        for (int from = 0; from < messages; from += BATCH) {
            monitor.throwIfCancelled();
            int start = from;
            IntStream.range(from, Math.min(messages, from + BATCH))
                    .parallel()
                    .filter(message -> !leftOut.get(message))
                    .forEach(message -> {
                        byte[] bytes = index.bytes(message);
                        int place = 2 * (message - start);
                        byte[] text = embedding.normalised(bytes, contexts.of(message));
                        hashes[place] = one.hash(text, 0, text.length);
                        hashes[place + 1] =
                                other.hash(text, 0, text.length) ^ (overlong.applyAsInt(bytes) * 0x9e3779b97f4a7c15L);
                    });
            for (int i = from; i < Math.min(messages, from + BATCH); i++) {
                distinct.distinctOf[i] = leftOut.get(i) ? -1
                        : distinct.number(i, table.number(hashes[2 * (i - from)], hashes[2 * (i - from) + 1]));
            }
        }
        return distinct;
    }

    private int number(int message, int number) {
        if (number == size) {
            if (size == first.length) {
                first = Arrays.copyOf(first, size * 2);
                copies = Arrays.copyOf(copies, size * 2);
            }
            first[size++] = message;
        }
        copies[number]++;
        return number;
    }

    /// How many there are.
    public int size() {
        return size;
    }

    /// Which one a message is, from 0; -1 if it was left out, or if there is no such message.
    public int of(int message) {
        return message < distinctOf.length ? distinctOf[message] : -1;
    }

    /// The first message that is it.
    public int first(int distinct) {
        return first[distinct];
    }

    /// How many messages are it.
    public int copies(int distinct) {
        return copies[distinct];
    }

    /// Numbers pairs of hashes in the order of their appearance.
    private static final class HashTable {

        private long[] ones = new long[BATCH];
        private long[] others = new long[BATCH];
        private int[] numbers = new int[BATCH];
        private int count;

        int number(long one, long other) {
            if (count * 2 >= numbers.length) {
                grow();
            }
            int place = place(one, other);
            if (numbers[place] == 0) {
                ones[place] = one;
                others[place] = other;
                numbers[place] = ++count;
            }
            return numbers[place] - 1;
        }

        private int place(long one, long other) {
            int mask = numbers.length - 1;
            int place = (int) (one ^ other >>> 32) & mask;
            while (numbers[place] != 0 && (ones[place] != one || others[place] != other)) {
                place = place + 1 & mask;
            }
            return place;
        }

        private void grow() {
            long[] oldOnes = ones;
            long[] oldOthers = others;
            int[] oldNumbers = numbers;
            ones = new long[oldOnes.length * 2];
            others = new long[ones.length];
            numbers = new int[ones.length];
            for (int i = 0; i < oldNumbers.length; i++) {
                if (oldNumbers[i] != 0) {
                    int place = place(oldOnes[i], oldOthers[i]);
                    ones[place] = oldOnes[i];
                    others[place] = oldOthers[i];
                    numbers[place] = oldNumbers[i];
                }
            }
        }
    }
}
