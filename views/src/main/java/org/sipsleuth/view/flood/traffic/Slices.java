package org.sipsleuth.view.flood.traffic;

/// Equal slices of a range of time. Immutable.
///
/// @param fromNanos where the first begins, in ns since the epoch
/// @param spanNanos how long all are together
/// @param count how many there are, at least one
public record Slices(long fromNanos, long spanNanos, int count) {

    /// Checks the numbers.
    ///
    /// @throws IllegalArgumentException if there are no slices, or they take no time
    public Slices {
        if (count < 1 || spanNanos < 1) {
            throw new IllegalArgumentException("slices of time need a number and a length");
        }
    }

    /// Slices that begin at multiples of a round length, so that they stay where they are while the
    /// range moves; the first may begin before the range, the last end after it.
    static Slices round(long fromNanos, long toNanos, long lengthNanos) {
        long first = Math.floorDiv(fromNanos, lengthNanos);
        int count = Math.toIntExact(Math.floorDiv(toNanos, lengthNanos) - first + 1);
        return new Slices(first * lengthNanos, count * lengthNanos, count);
    }

    /// The smallest of 1, 2, 5 × 10ⁿ ns that is not below `least`.
    static long roundLength(double least) {
        for (long power = 1; power < Long.MAX_VALUE / 10; power *= 10) {
            for (long digit : new long[]{1, 2, 5}) {
                if (digit * power >= least) {
                    return digit * power;
                }
            }
        }
        return Long.MAX_VALUE / 10;
    }

    /// Where a slice begins; [#count] yields the end of the last.
    public long startOf(int slice) {
        return fromNanos + Math.round((double) spanNanos / count * slice);
    }

    /// How long each is, in s.
    public double seconds() {
        return spanNanos / 1e9 / count;
    }
}
