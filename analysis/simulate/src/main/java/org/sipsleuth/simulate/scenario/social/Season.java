package org.sipsleuth.simulate.scenario.social;

import java.time.Instant;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.sipsleuth.simulate.clock.SeededRandom;

/// When calls begin over the year: working days from 8 to 17 o'clock, quiet weekends, quiet August
/// and December (paper 5, Figs. 2 and 3, Table 3).
final class Season {

    private static final double[] HOURS = {
        0.00,
        0.00,
        0.00,
        0.00,
        0.00,
        0.00,
        0.02,
        0.10,
        0.60,
        0.95,
        1.00,
        0.95,
        0.60,
        0.60,
        0.85,
        0.95,
        0.85,
        0.50,
        0.15,
        0.06,
        0.03,
        0.02,
        0.01,
        0.00};
    private static final double WEEKEND = 0.04;
    private static final double QUIET_MONTH = 0.35;

    private final long beginNanos;
    private final double[] sums; // of the shares of the hours, up to each
    private final int hours;

    /// @param beginNanos ns since the epoch
    Season(long beginNanos, int days) {
        this.beginNanos = beginNanos;
        this.hours = days * 24;
        this.sums = new double[hours];
        Instant begin = Instant.ofEpochSecond(Math.floorDiv(beginNanos, 1_000_000_000L));
        double sum = 0;
        for (int hour = 0; hour < hours; hour++) {
            sum += share(begin.plusSeconds(hour * 3_600L).atZone(ZoneOffset.UTC));
            sums[hour] = sum;
        }
    }

    private static double share(ZonedDateTime time) {
        boolean weekend = time.getDayOfWeek().getValue() > 5;
        boolean quiet = time.getMonth() == Month.AUGUST || time.getMonth() == Month.DECEMBER;
        return (HOURS[time.getHour()] + 0.001) * (weekend ? WEEKEND : 1) * (quiet ? QUIET_MONTH : 1);
    }

    /// How many of `calls` begin in an hour.
    ///
    /// @param hour from 0
    int count(int hour, long calls, SeededRandom draws) {
        double before = hour == 0 ? 0 : sums[hour - 1];
        double mean = calls * (sums[hour] - before) / sums[hours - 1];
        return mean < 200 ? draws.poisson(mean) : (int) Math.max(0, draws.normal(mean, Math.sqrt(mean)));
    }

    int hours() {
        return hours;
    }

    /// When an hour begins.
    long atNanos(int hour) {
        return beginNanos + hour * 3_600_000_000_000L;
    }
}
