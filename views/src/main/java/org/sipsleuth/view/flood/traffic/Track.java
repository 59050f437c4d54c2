package org.sipsleuth.view.flood.traffic;

import java.util.Arrays;

/// Values that were measured at moments, such as the scores of windows. Immutable.
public final class Track {

    private final Moments moments;
    private final double[] values;

    /// @param moments when they were measured
    /// @param values one for each; NaN for none
    Track(Moments moments, double[] values) {
        if (moments.size() != values.length) {
            throw new IllegalArgumentException("as many values as moments are needed");
        }
        this.moments = moments;
        this.values = values.clone();
    }

    /// When they were measured.
    public Moments moments() {
        return moments;
    }

    /// One of the values; NaN for none.
    public double value(int place) {
        return values[place];
    }

    /// The last value at or before a moment, or NaN.
    public double at(long moment) {
        int place = moments.before(moment + 1) - 1;
        return place < 0 ? Double.NaN : values[place];
    }

    /// The highest value of all, or NaN.
    public double highest() {
        return highest(0, values.length);
    }

    /// The highest value in each of `pixels` slices of a range; NaN where none was measured.
    double[] highestOf(Slices slices) {
        double[] highest = new double[slices.count()];
        Arrays.fill(highest, Double.NaN);
        int from = moments.before(slices.startOf(0));
        for (int slice = 0; slice < highest.length; slice++) {
            int to = moments.before(slices.startOf(slice + 1));
            highest[slice] = highest(from, to);
            from = to;
        }
        return highest;
    }

    private double highest(int from, int to) {
        double highest = Double.NaN;
        for (int place = from; place < to; place++) {
            double value = values[place];
            if (!(highest >= value) && !Double.isNaN(value)) {
                highest = value;
            }
        }
        return highest;
    }
}
