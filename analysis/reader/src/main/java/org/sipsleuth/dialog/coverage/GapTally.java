package org.sipsleuth.dialog.coverage;

import org.jspecify.annotations.Nullable;

/// The gaps between the frames of a file, counted by length: some bytes for each power of two that there
/// are gaps of, at most 5 KiB, however many frames there are.
public final class GapTally {

    /// Each power of two is divided into so many classes.
    private static final int FINER_BITS = 2;

    private static final int FINER = 1 << FINER_BITS;

    /// Of each power of two that there are gaps of, the counts of its classes, then their sums.
    private final long[] @Nullable [] powers = new long[Long.SIZE][];

    private long all;

    /// Adds a gap, in ns, 0 or more.
    public void add(long nanos) {
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(nanos) - FINER_BITS - 1);
        int number = shift * FINER + (int) (nanos >>> shift);
        long[] power = powers[number / FINER];
        if (power == null) {
            power = new long[2 * FINER];
            powers[number / FINER] = power;
        }
        power[number % FINER]++;
        power[FINER + number % FINER] += nanos;
        all++;
    }

    /// The usual gap in ns: the mean of the class that the median lies in, which is at most a
    /// quarter off; exact if all gaps are equal; 0 without gaps.
    public long usualNanos() {
        long left = (all + 1) / 2;
        for (long[] power : powers) {
            for (int place = 0; power != null && place < FINER; place++) {
                left -= power[place];
                if (left <= 0 && power[place] > 0) {
                    return Math.max(0, power[FINER + place] / power[place]);
                }
            }
        }
        return 0;
    }
}
