package org.sipsleuth.rarity;

import java.util.Arrays;
import smile.math.MathEx;

/// Usual rows, each of a group, and how far others lie from them: the mean distance to the five
/// nearest. Higher is more anomalous. Cost: linear in the rows. Immutable; any thread.
public final class NearestRows {

    /// The group of a row that is of none of the usual ones.
    public static final int NO_GROUP = -1;

    private static final int NEAREST = 5;

    private final double[][] rows;
    private final int[] groups;

    /// @param rows all of the same length; not copied
    /// @param groups of the rows, 0 or more; not copied
    public NearestRows(double[][] rows, int[] groups) {
        this.rows = rows;
        this.groups = groups;
    }

    /// How far a row lies from those of other groups; 0 where there are none.
    ///
    /// @param group its own, or [#NO_GROUP]
    public double distance(double[] row, int group) {
        return Arrays.stream(nearest(row, group)).average().orElse(0);
    }

    /// How far the five nearest of other groups lie from a row, the nearest first; fewer where there
    /// are fewer.
    public double[] nearest(double[] row, int group) {
        double[] nearest = new double[NEAREST];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int i = 0; i < rows.length; i++) {
            if (groups[i] != group) {
                insert(nearest, MathEx.distance(rows[i], row));
            }
        }
        return Arrays.stream(nearest).filter(Double::isFinite).toArray();
    }

    private static void insert(double[] nearest, double distance) {
        int place = NEAREST - 1;
        if (distance >= nearest[place]) {
            return;
        }
        for (; place > 0 && nearest[place - 1] > distance; place--) {
            nearest[place] = nearest[place - 1];
        }
        nearest[place] = distance;
    }
}
