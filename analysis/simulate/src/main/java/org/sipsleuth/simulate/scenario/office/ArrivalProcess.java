package org.sipsleuth.simulate.scenario.office;

import org.sipsleuth.simulate.clock.SeededRandom;

/// A Poisson process of calls whose rate follows the hour of the day and the day of the week (UTC),
/// or is constant.
public final class ArrivalProcess {

    private static final double SECONDS_PER_HOUR = 3_600;
    private static final long NANOS_PER_HOUR = 3_600_000_000_000L;
    private static final int HOURS = 24;
    private static final int DAYS = 7;
    private static final int FIRST_SATURDAY = 2; // the epoch was a Thursday

    /// The share of the busiest hour: most calls from 8 to 17 o'clock, a dip at noon (paper 5,
    /// Figs. 2 and 3).
    private static final double[] OFFICE_HOURS = {
        0.01,
        0.01,
        0.01,
        0.01,
        0.01,
        0.02,
        0.06,
        0.30,
        0.75,
        1.00,
        0.98,
        0.90,
        0.55,
        0.70,
        0.92,
        0.95,
        0.80,
        0.45,
        0.20,
        0.12,
        0.08,
        0.05,
        0.03,
        0.02};

    private static final double WEEKEND = 0.08;

    private final double busiestPerHour;
    private final boolean steady;

    private ArrivalProcess(double busiestPerHour, boolean steady) {
        this.busiestPerHour = busiestPerHour;
        this.steady = steady;
    }

    /// Follows office hours.
    ///
    /// @param busiestPerHour calls in the busiest hour of a working day
    public static ArrivalProcess office(double busiestPerHour) {
        return new ArrivalProcess(busiestPerHour, false);
    }

    /// A constant rate.
    public static ArrivalProcess steady(double perHour) {
        return new ArrivalProcess(perHour, true);
    }

    /// The time until the next call.
    ///
    /// @param nowNanos ns since the epoch
    double nextSeconds(long nowNanos, SeededRandom draws) {
        double mean = SECONDS_PER_HOUR / busiestPerHour;
        double waited = 0;
        while (true) { // thinning (Lewis and Shedler, 1979)
            waited += draws.exponential(mean);
            long at = nowNanos + (long) (waited * 1e9);
            if (steady || draws.chance(share(at))) {
                return waited;
            }
        }
    }

    private static double share(long atNanos) {
        long hours = Math.floorDiv(atNanos, NANOS_PER_HOUR);
        long day = Math.floorMod(Math.floorDiv(hours, (long) HOURS), (long) DAYS);
        boolean weekend = day == FIRST_SATURDAY || day == FIRST_SATURDAY + 1;
        return OFFICE_HOURS[(int) Math.floorMod(hours, (long) HOURS)] * (weekend ? WEEKEND : 1);
    }
}
