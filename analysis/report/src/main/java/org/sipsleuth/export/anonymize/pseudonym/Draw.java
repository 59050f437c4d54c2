package org.sipsleuth.export.anonymize.pseudonym;

import java.util.Arrays;

/// Numbers that a text determines, for whoever has the key.
final class Draw {

    private static final int WHICH_BYTES = 16;
    private static final int LETTERS = 26;

    private final KeyedFunction function;
    private final byte[] which;
    private long drawn;

    Draw(KeyedFunction function, byte[] text) {
        this.function = function;
        this.which = Arrays.copyOf(function.of(text), WHICH_BYTES);
    }

    /// The next number from 0 to a bound, which is not included.
    int below(int bound) {
        return (int) Long.remainderUnsigned(function.number(which, 0, drawn++), bound);
    }

    /// The next letters, in lower case.
    String letters(int count) {
        StringBuilder letters = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            letters.append((char) ('a' + below(LETTERS)));
        }
        return letters.toString();
    }
}
