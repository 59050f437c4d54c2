package org.sipsleuth.encapsulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// How bytes are cut into pieces, and in which order these go.
interface Delivery {

    /// The pieces of this many bytes, in the order in which they go. All bytes are in one of them.
    List<Piece> of(int length);

    /// A piece.
    ///
    /// @param from its first byte
    /// @param to behind its last byte
    /// @param before how many bytes, from the first without a gap, had gone before it
    /// @param now how many have gone with it
    record Piece(int from, int to, int before, int now) {

        /// Whether the bytes up to here have all gone with it, and had not before.
        boolean completes(int end) {
            return before < end && now >= end;
        }
    }

    /// All at once.
    Delivery WHOLE = length -> inOrder(List.of(new int[]{0, length}));

    /// In pieces of this length.
    static Delivery every(int bytes) {
        return length -> inOrder(cut(length, bytes));
    }

    /// In two pieces, or one if there are not so many bytes.
    static Delivery cutAt(int place) {
        return length -> place >= length ? WHOLE.of(length)
                : inOrder(List.of(new int[]{0, place}, new int[]{place, length}));
    }

    /// The last piece first.
    static Delivery backwards(int bytes) {
        return length -> inOrder(cut(length, bytes).reversed());
    }

    /// Each piece again, before the next and after the last.
    static Delivery twice(int bytes) {
        return length -> inOrder(cut(length, bytes).stream().flatMap(p -> List.of(p, p).stream()).toList());
    }

    /// Each piece begins within the one before it.
    static Delivery overlapping(int bytes) {
        return length -> inOrder(
                cut(length, bytes).stream().map(p -> new int[]{Math.max(0, p[0] - bytes / 2), p[1]}).toList());
    }

    /// Pieces of any length in any order, some of them again, some of them overlapping.
    static Delivery random(long seed, int most, int unit) {
        return length -> {
            Random random = new Random(seed ^ length); // the same whenever it is asked
            List<int[]> pieces = new ArrayList<>();
            for (int at = 0; at < length;) {
                int to = Math.min(length, at + unit * (1 + random.nextInt(most)));
                pieces.add(new int[]{at, to});
                at = to;
            }
            for (int i = random.nextInt(3); i > 0; i--) {
                int[] piece = pieces.get(random.nextInt(pieces.size()));
                int more = Math.min(length, piece[1] + unit * random.nextInt(most));
                pieces.add(new int[]{piece[0], more});
            }
            Collections.shuffle(pieces, random);
            return inOrder(pieces);
        };
    }

    private static List<int[]> cut(int length, int bytes) {
        List<int[]> pieces = new ArrayList<>();
        for (int at = 0; at < length; at += bytes) {
            pieces.add(new int[]{at, Math.min(length, at + bytes)});
        }
        return pieces;
    }

    private static List<Piece> inOrder(List<int[]> pieces) {
        BitSet gone = new BitSet();
        List<Piece> all = new ArrayList<>();
        for (int[] piece : pieces) {
            int before = gone.nextClearBit(0);
            gone.set(piece[0], piece[1]);
            all.add(new Piece(piece[0], piece[1], before, gone.nextClearBit(0)));
        }
        return all;
    }
}
