package org.sipsleuth.dialog.coverage;

/// The gaps between the frames of a file, counted by length: 3 KiB, however many frames there are.
public final class GapTally {

    /// Each power of two is divided into so many classes.
    private static final int FINER_BITS = 2;

    private static final int FINER = 1 << FINER_BITS;
    private static final int CLASSES = FINER * Long.SIZE;

    private final int[] counts = new int[CLASSES];
    private final long[] sums = new long[CLASSES];
    private long all;

    /// Adds a gap, in ns, 0 or more.
    public void add(long nanos) {
        int number = number(nanos);
        counts[number]++;
        sums[number] += nanos;
        all++;
    }

    private static int number(long nanos) {
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(nanos) - FINER_BITS - 1);
        return shift * FINER + (int) (nanos >>> shift);
    }

    /// The usual gap in ns: the mean of the class that the median lies in, which is at most a
    /// quarter off; exact if all gaps are equal; 0 without gaps.
    public long usualNanos() {
        long left = (all + 1) / 2;
        for (int number = 0; number < CLASSES; number++) {
            left -= counts[number];
            if (left <= 0 && counts[number] > 0) {
                return Math.max(0, sums[number] / counts[number]);
            }
        }
        return 0;
    }
}
