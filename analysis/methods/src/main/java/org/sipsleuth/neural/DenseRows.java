package org.sipsleuth.neural;

import java.util.Arrays;

/// A matrix by rows, each an array of its own: so the compiler sees equal indexes everywhere and
/// vectorises.
///
/// Every sum is made from left to right, whatever the groups, so that its bits do not depend on how
/// the work was cut.
public final class DenseRows {

    private static final int GROUP = 8;

    private final float[][] rows;
    private final int[] all;

    /// @param rows all of one length; not copied
    public DenseRows(float[][] rows) {
        this.rows = rows;
        this.all = new int[rows.length];
        Arrays.setAll(all, i -> i);
    }

    /// Adds some rows, each times its factor.
    ///
    /// @param sum what is added to
    /// @param which the numbers of the rows
    /// @param factors the factor of each
    public void add(float[] sum, int[] which, float[] factors, int count) {
        int i = 0;
        for (; i + GROUP <= count; i += GROUP) {
            addEight(sum, which, factors, i);
        }
        for (; i < count; i++) {
            addOne(sum, rows[which[i]], factors[i]);
        }
    }

    /// Adds all rows, each times its factor.
    public void addAll(float[] sum, float[] factors) {
        add(sum, all, factors, all.length);
    }

    /// The same for many sums at once: some rows stay in the cache while all sums get them.
    public void addAll(float[][] sums, float[][] factors) {
        int i = 0;
        for (; i + GROUP <= all.length; i += GROUP) {
            for (int s = 0; s < sums.length; s++) {
                addEight(sums[s], all, factors[s], i);
            }
        }
        for (; i < all.length; i++) {
            for (int s = 0; s < sums.length; s++) {
                addOne(sums[s], rows[i], factors[s][i]);
            }
        }
    }

    private void addEight(float[] sum, int[] which, float[] factors, int at) {
        float[] r0 = rows[which[at]];
        float[] r1 = rows[which[at + 1]];
        float[] r2 = rows[which[at + 2]];
        float[] r3 = rows[which[at + 3]];
        float[] r4 = rows[which[at + 4]];
        float[] r5 = rows[which[at + 5]];
        float[] r6 = rows[which[at + 6]];
        float[] r7 = rows[which[at + 7]];
        float f0 = factors[at];
        float f1 = factors[at + 1];
        float f2 = factors[at + 2];
        float f3 = factors[at + 3];
        float f4 = factors[at + 4];
        float f5 = factors[at + 5];
        float f6 = factors[at + 6];
        float f7 = factors[at + 7];
        for (int j = 0; j < sum.length; j++) {
            sum[j] = sum[j] + f0 * r0[j] + f1 * r1[j] + f2 * r2[j] + f3 * r3[j] + f4 * r4[j] + f5 * r5[j] + f6 * r6[j]
                    + f7 * r7[j];
        }
    }

    private static void addOne(float[] sum, float[] row, float factor) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] = sum[j] + factor * row[j];
        }
    }
}
