package org.sipsleuth.view.edge.time;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.view.edge.time.Courses.Lane;

/// Where the values of a lane stand, from 0 at its foot to 1.
///
/// @param least what stands at the foot of a logarithmic lane, with all below it
/// @param most what stands at the top
/// @param isLogarithmic whether equal ratios have equal distances
record LaneScale(double least, double most, boolean isLogarithmic) {

    private static final double SHORTEST_WAIT = 0.001;
    private static final double HEADROOM = 1.1;

    /// The scale of a lane for values up to `highest`.
    static LaneScale of(Lane lane, double highest) {
        return switch (lane) {
            case QUEUE -> logarithmic(1, highest);
            case WAIT -> logarithmic(SHORTEST_WAIT, highest);
            case DROPS -> new LaneScale(0, Math.max(1, highest) * HEADROOM, false);
        };
    }

    private static LaneScale logarithmic(double least, double highest) {
        double decades = Math.max(1, Math.ceil(Math.log10(Math.max(highest, least) / least)));
        return new LaneScale(least, least * Math.pow(10, decades), true);
    }

    /// Where a value stands.
    double share(double value) {
        if (!isLogarithmic) {
            return Math.clamp(value / most, 0, 1);
        }
        return value <= least ? 0 : Math.clamp(Math.log(value / least) / Math.log(most / least), 0, 1);
    }

    /// Round values beside the lane.
    ///
    /// @param atMost how many there is room for
    List<Double> ticks(int atMost) {
        List<Double> ticks = new ArrayList<>();
        if (isLogarithmic) {
            int decades = (int) Math.round(Math.log10(most / least));
            int step = Math.max(1, Math.ceilDiv(decades, Math.max(1, atMost - 1)));
            for (int i = 0; i <= decades; i += step) {
                ticks.add(least * Math.pow(10, i));
            }
            return ticks;
        }
        double rough = most / Math.max(1, atMost);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = 10 * power;
        for (int digit : new int[]{5, 2, 1}) {
            step = digit * power >= rough ? digit * power : step;
        }
        for (double tick = 0; tick <= most; tick += step) {
            ticks.add(tick);
        }
        return ticks;
    }
}
