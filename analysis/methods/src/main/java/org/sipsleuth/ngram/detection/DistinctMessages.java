package org.sipsleuth.ngram.detection;

import java.util.Arrays;
import java.util.BitSet;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.KeyedHash;
import org.sipsleuth.ngram.embedding.Embedding;
import org.sipsleuth.ngram.embedding.MessageTexts;
import org.sipsleuth.run.Blocks;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sip.SipLayout;

/// Which messages of a capture are equal once their values are replaced, and have the same
/// over-long fields, as long within a factor of two: a value that is replaced may be one. Immutable.
///
/// Messages are equal if two hashes of 64 bits are, each with a key of its own that nobody knows: so
/// nobody can construct two that only seem equal. Costs 4 bytes a message and 28 bytes a
/// distinct one; 16 bytes a message more while it is made.
public final class DistinctMessages {

    private static final int FIRST = 1 << 13;

    private final int[] distinctOf;
    private int[] first = new int[FIRST];
    private int[] copies = new int[FIRST];
    private int size;

    private DistinctMessages(int messages) {
        distinctOf = new int[messages];
    }

    /// What a message is asked for beside its text.
    @FunctionalInterface
    interface Overlong {

        /// A number for the over-long fields of a message, 0 if it has none.
        int of(byte[] message, SipLayout layout);
    }

    /// @param leftOut messages that are not looked at
    static DistinctMessages of(SipIndex index, Embedding embedding, DialogContexts contexts, BitSet leftOut,
            Overlong overlong, RunMonitor monitor) {
        int messages = index.messages().size();
        KeyedHash one = KeyedHash.random();
        KeyedHash other = KeyedHash.random();
        long[] ones = new long[messages];
        long[] others = new long[messages];
        Blocks.run(messages, NgramMethod.TEXTS.text("progress"), () -> {
            MessageTexts texts = embedding.texts();
            return message -> {
                if (!leftOut.get(message)) {
                    byte[] bytes = index.bytes(message);
                    byte[] text = texts.of(bytes, contexts.of(message));
                    int fields = texts.layout().map(layout -> overlong.of(bytes, layout)).orElse(0);
                    ones[message] = one.hash(text, 0, text.length);
                    others[message] = other.hash(text, 0, text.length) ^ (fields * 0x9e3779b97f4a7c15L);
                }
            };
        }, monitor);
        DistinctMessages distinct = new DistinctMessages(messages);
        HashTable table = new HashTable();
        for (int i = 0; i < messages; i++) {
            distinct.distinctOf[i] = leftOut.get(i) ? -1 : distinct.number(i, table.number(ones[i], others[i]));
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

        private long[] ones = new long[FIRST];
        private long[] others = new long[FIRST];
        private int[] numbers = new int[FIRST];
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
