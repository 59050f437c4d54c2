package org.sipsleuth.sequence.known;

/// The ends of sequences that no other sequence shares, one behind the other: 4 bytes and 2 bits a
/// message, where a node of a tree takes 24 bytes and more. A place in it represents the prefix
/// that ends with the message there.
final class CompressedSuffixes {

    private static final int BITS = Long.SIZE;

    private final int[] types;

    /// A bit for each place: whether a tail begins there.
    private final long[] begins;

    /// How many tails begin before each word of [#begins].
    private final int[] before;

    /// The rank of each tail's sequence.
    private final int[] ranks;

    private int places;
    private int tails;

    /// @param places messages in all tails
    /// @param tails how many tails will be added
    CompressedSuffixes(int places, int tails) {
        types = new int[places];
        begins = new long[places / BITS + 1];
        before = new int[begins.length];
        ranks = new int[tails];
    }

    /// Adds the end of a sequence, from a place on to which it is not the end yet.
    ///
    /// @return the place of its first message
    int add(int rank, int[] sequence, int from) {
        int first = places;
        begins[first / BITS] |= 1L << first;
        ranks[tails++] = rank;
        System.arraycopy(sequence, from, types, first, sequence.length - from);
        places += sequence.length - from;
        return first;
    }

    /// To be called once, when all tails are there.
    void complete() {
        for (int i = 1; i < before.length; i++) {
            before[i] = before[i - 1] + Long.bitCount(begins[i - 1]);
        }
    }

    /// How many messages there are.
    int places() {
        return places;
    }

    int type(int place) {
        return types[place];
    }

    /// Whether the sequence ends here.
    boolean isLast(int place) {
        int next = place + 1;
        return next == types.length || (begins[next / BITS] >>> next & 1) == 1;
    }

    /// The rank of the sequence whose tail this is.
    int rank(int place) {
        long upTo = begins[place / BITS] << (BITS - 1 - place % BITS);
        return ranks[before[place / BITS] + Long.bitCount(upTo) - 1];
    }
}
