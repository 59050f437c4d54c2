package org.sipsleuth.ngram.embedding;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/// Maps messages to vectors: the counts of their n-grams or tokens (paper 3, section 4.1).
/// Immutable; any thread.
public final class Embedding {

    private final EmbeddingSettings settings;
    private final boolean[] delimiters;

    /// An embedding.
    public Embedding(EmbeddingSettings settings) {
        this.settings = settings;
        this.delimiters = settings.grams() instanceof Grams.Tokens tokens ? tokens.table() : new boolean[0];
    }

    /// How it maps.
    public EmbeddingSettings settings() {
        return settings;
    }

    /// The vector of a message. Cost: linear in its length, apart from sorting.
    public SparseVector embed(byte[] message) {
        return embed(message, Optional.empty());
    }

    /// The vector of a message with what is known of its dialog, which counts only where the
    /// settings say so.
    public SparseVector embed(byte[] message, Optional<MessageContext> context) {
        long[] keys = occurrences(text(message, context)).keys();
        Arrays.sort(keys);
        return vector(keys);
    }

    /// The same vector with the bytes where each n-gram stands.
    public EmbeddedMessage read(byte[] message, Optional<MessageContext> context) {
        NormalisedText text = text(message, context);
        Occurrences found = occurrences(text);
        int[] order = IntStream.range(0, found.keys().length)
                .boxed()
                .sorted(Comparator.comparingLong(i -> found.keys()[i]))
                .mapToInt(i -> i)
                .toArray();
        long[] keys = new long[order.length];
        int[] starts = new int[order.length];
        int[] ends = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            keys[i] = found.keys()[order[i]];
            starts[i] = found.start(order[i]);
            ends[i] = found.end(order[i]);
        }
        return new EmbeddedMessage(text, vector(keys), keys, starts, ends);
    }

    /// What reads one message after the other as their n-grams are counted.
    public MessageTexts texts() {
        return new MessageTexts(settings);
    }

    private NormalisedText text(byte[] message, Optional<MessageContext> context) {
        NormalisedText text = new Normaliser(settings.normalise()).normalised(message);
        return settings.context() && context.isPresent() ? text.followedBy(context.get().bytes()) : text;
    }

    private SparseVector vector(long[] sorted) {
        long[] keys = new long[sorted.length];
        double[] counts = new double[sorted.length];
        int size = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                keys[size++] = sorted[i];
            }
            counts[size - 1]++;
        }
        SparseVector vector = new SparseVector(Arrays.copyOf(keys, size), Arrays.copyOf(counts, size));
        return settings.unitLength() ? vector.unit() : vector;
    }

    private Occurrences occurrences(NormalisedText text) {
        return switch (settings.grams()) {
            case Grams.Bytes(int n) -> grams(text.bytes(), n);
            case Grams.Tokens _ -> tokens(text.bytes());
        };
    }

    private static Occurrences grams(byte[] text, int n) {
        long[] keys = new long[Math.max(0, text.length - n + 1)];
        long mask = n == Grams.MOST_BYTES ? -1 : (1L << (Byte.SIZE * n)) - 1;
        long key = 0;
        for (int i = 0; i < text.length; i++) {
            key = ((key << Byte.SIZE) | (text[i] & 0xff)) & mask;
            if (i >= n - 1) {
                keys[i - n + 1] = key;
            }
        }
        return new Occurrences(keys, new int[0], n);
    }

    private Occurrences tokens(byte[] text) {
        long[] keys = new long[text.length / 2 + 1];
        int[] places = new int[keys.length * 2];
        int size = 0;
        int from = 0;
        for (int i = 0; i <= text.length; i++) {
            if (i == text.length || delimiters[text[i] & 0xff]) {
                if (i > from) {
                    places[2 * size] = from;
                    places[2 * size + 1] = i;
                    keys[size++] = GramKeys.token(text, from, i);
                }
                from = i + 1;
            }
        }
        return new Occurrences(Arrays.copyOf(keys, size), places, 0);
    }

    /// The features of a text in its order: n-grams begin at every byte, tokens at `places`.
    private static final class Occurrences {

        private final long[] keys;
        private final int[] places;
        private final int n;

        /// @param places where each token begins and ends; of n-grams none
        /// @param n the length of n-grams; of tokens 0
        Occurrences(long[] keys, int[] places, int n) {
            this.keys = keys;
            this.places = places;
            this.n = n;
        }

        long[] keys() {
            return keys;
        }

        int start(int i) {
            return n > 0 ? i : places[2 * i];
        }

        int end(int i) {
            return n > 0 ? i + n : places[2 * i + 1];
        }
    }
}
