package org.sipsleuth.sequence.known.sorted;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Different sequences, each with its class (its place in the list they came in), in lexicographic
/// order. The place in that order is a sequence's rank. Sequences with a common prefix have
/// neighbouring ranks, and a prefix comes before what it is a prefix of. Immutable.
public final class SortedSequences {

    private final Symbols symbols;
    private final int[][] sequences;
    private final int[] classes;

    /// @throws IllegalArgumentException if there is no sequence, or one is there twice
    public SortedSequences(List<List<String>> known) {
        if (known.isEmpty()) {
            throw new IllegalArgumentException("no sequence is known");
        }
        symbols = Symbols.of(known);
        int[][] numbered =
                known.stream().map(sequence -> symbols.numbers(sequence, Integer.MAX_VALUE)).toArray(int[][]::new);
        classes = IntStream.range(0, numbered.length)
                .boxed()
                .sorted((a, b) -> Arrays.compare(numbered[a], numbered[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        sequences = Arrays.stream(classes).mapToObj(k -> numbered[k]).toArray(int[][]::new);
        for (int rank = 1; rank < sequences.length; rank++) {
            if (Arrays.equals(sequences[rank - 1], sequences[rank])) {
                throw new IllegalArgumentException(
                        "classes %d and %d are the same sequence".formatted(classes[rank - 1], classes[rank]));
            }
        }
    }

    /// Checks that there is a count for each sequence, each at least 1 and all together a `long`.
    ///
    /// @return the counts, copied
    public static long[] checked(long[] counts, int sequences) {
        if (counts.length != sequences) {
            throw new IllegalArgumentException("%d counts for %d sequences".formatted(counts.length, sequences));
        }
        long[] copy = counts.clone();
        long sum = 0;
        for (long count : copy) {
            if (count < 1) {
                throw new IllegalArgumentException("a count of " + count);
            }
            sum = Math.addExact(sum, count);
        }
        return copy;
    }

    /// The message types that occur.
    public Symbols symbols() {
        return symbols;
    }

    /// How many sequences there are.
    public int size() {
        return sequences.length;
    }

    /// The class of the sequence of this rank.
    public int classOf(int rank) {
        return classes[rank];
    }

    /// How many messages the sequence of this rank has.
    public int length(int rank) {
        return sequences[rank].length;
    }

    /// The number of the message type at this place of the sequence.
    public int symbol(int rank, int place) {
        return sequences[rank][place];
    }

    /// The numbers of its message types; not to be changed.
    public int[] sequence(int rank) {
        return sequences[rank];
    }

    /// How many messages it shares at its beginning with the sequence of the rank before; 0 for the
    /// first and for the rank after the last.
    public int shared(int rank) {
        if (rank == 0 || rank == sequences.length) {
            return 0;
        }
        int mismatch = Arrays.mismatch(sequences[rank - 1], sequences[rank]);
        return mismatch < 0 ? length(rank) : mismatch;
    }
}
