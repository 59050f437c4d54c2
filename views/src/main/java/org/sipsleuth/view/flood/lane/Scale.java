package org.sipsleuth.view.flood.lane;

import java.util.ArrayList;
import java.util.List;

/// Where the values of a lane stand, linear or logarithmic, from 0 at its foot to 1.
///
/// @param least the lowest value that is drawn on a logarithmic scale, a power of ten
/// @param most the highest value, above the least
/// @param isLogarithmic whether equal ratios have equal distances
record Scale(double least, double most, boolean isLogarithmic) {

    private static final double HEADROOM = 1.1;

    /// A scale for values up to `highest`.
    ///
    /// @param step the least difference of values
    static Scale upTo(double highest, double step, boolean isLogarithmic) {
        if (!isLogarithmic) {
            return new Scale(0, Math.max(step, highest) * HEADROOM, false);
        }
        double least = Math.pow(10, Math.floor(Math.log10(Math.min(1, step))));
        double most = Math.pow(10, Math.ceil(Math.log10(Math.max(highest, least * 10)) + 0.05));
        return new Scale(least, most, true);
    }

    /// Where a value stands: 0 at the foot, 1 at the top.
    double share(double value) {
        if (!isLogarithmic) {
            return Math.clamp(value / most, 0, 1);
        }
        double low = Math.log10(least) - 0.3; // the least value is above the foot
        return value <= 0 ? 0 : Math.clamp((Math.log10(value) - low) / (Math.log10(most) - low), 0, 1);
    }

    /// Round values to be written beside the lane.
    ///
    /// @param atMost how many there is room for
    List<Double> ticks(int atMost) {
        List<Double> ticks = new ArrayList<>();
        if (isLogarithmic) {
            int decades = (int) Math.round(Math.log10(most / least));
            int step = Math.max(1, Math.ceilDiv(decades + 1, Math.max(1, atMost)));
            for (int i = 0; i <= decades; i += step) {
                ticks.add(least * Math.pow(10, i));
            }
            return ticks;
        }
        double rough = most / Math.max(1, atMost);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power * 10;
        for (int digit : new int[]{5, 2, 1}) {
            step = digit * power >= rough ? digit * power : step;
        }
        for (double tick = 0; tick <= most; tick += step) {
            ticks.add(tick);
        }
        return ticks;
    }
}
