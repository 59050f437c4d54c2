package org.sipsleuth.export.anonymize.pseudonym;

import java.util.Arrays;

/// Permutes strings of digits in which each place has a radix of its own: an alternating Feistel
/// network over their two halves, as FF1 of NIST SP 800-38G has it, with radices that may differ.
final class ShapedPermutation {

    /// So many places at most: of half of them the number of strings is below 2⁴⁸.
    static final int MOST_PLACES = 20;

    private static final int ROUNDS = 10;
    private static final int WHICH_BYTES = 16;

    private final KeyedFunction function;

    ShapedPermutation(KeyedFunction function) {
        this.function = function;
    }

    /// Permutes, in place.
    ///
    /// @param digits each below the radix of its place
    /// @param family chooses the permutation, with the radices
    void apply(int[] digits, int[] radices, byte[] family) {
        byte[] which = Arrays.copyOf(function.of(family), WHICH_BYTES);
        int middle = digits.length / 2;
        long leftSize = size(radices, 0, middle);
        long rightSize = size(radices, middle, digits.length);
        long left = number(digits, radices, 0, middle);
        long right = number(digits, radices, middle, digits.length);
        for (int round = 0; round < ROUNDS; round += 2) {
            left = add(left, function.number(which, round, right), leftSize);
            right = add(right, function.number(which, round + 1, left), rightSize);
        }
        write(left, digits, radices, 0, middle);
        write(right, digits, radices, middle, digits.length);
    }

    private static long add(long value, long random, long size) {
        return (value + Long.remainderUnsigned(random, size)) % size;
    }

    private static long size(int[] radices, int from, int to) {
        long size = 1;
        for (int i = from; i < to; i++) {
            size *= radices[i];
        }
        return size;
    }

    private static long number(int[] digits, int[] radices, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = number * radices[i] + digits[i];
        }
        return number;
    }

    private static void write(long value, int[] digits, int[] radices, int from, int to) {
        long rest = value;
        for (int i = to - 1; i >= from; i--) {
            digits[i] = (int) (rest % radices[i]);
            rest /= radices[i];
        }
    }
}
