package org.sipsleuth.filter.compile;

import org.sipsleuth.filter.field.Value;
import org.sipsleuth.filter.field.Value.Octets;

/// Compares and searches values.
final class ValueOrder {

    private ValueOrder() {}

    /// Negative if the left one is less. Values of different forms are only compared as numbers.
    static int compare(Value left, Value right) {
        if (left instanceof Value.Whole one && right instanceof Value.Whole other) {
            return Long.compare(one.number(), other.number());
        }
        if (left instanceof Octets one && right instanceof Octets other) {
            return one.compareTo(other);
        }
        return Double.compare(number(left), number(right));
    }

    private static double number(Value value) {
        return switch (value) {
            case Value.Whole whole -> whole.number();
            case Value.Real real -> real.number();
            case Octets octets -> Double.NaN;
        };
    }

    /// Whether the bytes of one stand in the other.
    static boolean contains(Value whole, Value piece) {
        if (!(whole instanceof Octets in && piece instanceof Octets wanted)) {
            return false;
        }
        int length = wanted.length();
        if (length == 0) {
            return true;
        }
        byte[] a = in.array();
        byte[] b = wanted.array();
        byte first = b[wanted.from()];
        int last = in.to() - length;
        for (int p = in.from(); p <= last; p++) {
            if (a[p] == first && isAt(a, p, b, wanted.from(), length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(byte[] a, int p, byte[] b, int from, int length) {
        for (int i = 1; i < length; i++) {
            if (a[p + i] != b[from + i]) {
                return false;
            }
        }
        return true;
    }
}
