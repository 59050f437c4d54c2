package org.sipsleuth.ngram.embedding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A message as a vector, with the bytes where each n-gram stands. Immutable.
public final class EmbeddedMessage {

    private final NormalisedText text;
    private final SparseVector vector;
    private final long[] occurrences;
    private final int[] starts;
    private final int[] ends;

    /// Takes the arrays as its own.
    ///
    /// @param occurrences the key of each n-gram in the text, in ascending order
    /// @param starts where it begins in the text
    /// @param ends where it ends in the text (exclusive)
    EmbeddedMessage(NormalisedText text, SparseVector vector, long[] occurrences, int[] starts, int[] ends) {
        this.text = text;
        this.vector = vector;
        this.occurrences = occurrences;
        this.starts = starts;
        this.ends = ends;
    }

    /// Its vector.
    public SparseVector vector() {
        return vector;
    }

    /// How long the message is.
    public int bytes() {
        return text.messageLength();
    }

    /// How often an n-gram stands in it.
    public int count(long key) {
        return first(key, true) - first(key, false);
    }

    /// Where the `i`-th occurrence of an n-gram begins in the message; [#bytes] or more if it
    /// begins in what is known of the dialog.
    public int from(long key, int i) {
        return text.original(starts[first(key, false) + i]);
    }

    /// Where the `i`-th occurrence of an n-gram ends in the message (exclusive). A replaced value
    /// belongs to the n-gram as a whole.
    public int to(long key, int i) {
        return text.originalEnd(ends[first(key, false) + i]);
    }

    /// The text of an n-gram of this message, one character a byte.
    public String text(long key) {
        int place = first(key, false);
        if (place >= occurrences.length || occurrences[place] != key) {
            return "";
        }
        return new String(text.bytes(), starts[place], ends[place] - starts[place], StandardCharsets.ISO_8859_1);
    }

    private int first(long key, boolean behind) {
        int low = 0;
        int high = occurrences.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (occurrences[middle] < key || (behind && occurrences[middle] == key)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public String toString() {
        return vector + " of " + Arrays.stream(occurrences).distinct().count();
    }
}
