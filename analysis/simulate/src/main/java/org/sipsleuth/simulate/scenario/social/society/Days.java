package org.sipsleuth.simulate.scenario.social.society;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// The days (UTC) of a simulation, counted from 0, the day of its start.
///
/// @param beginNanos when it starts, in ns since the epoch
public record Days(long beginNanos) {

    public static final long NANOS_PER_DAY = 86_400_000_000_000L;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /// The day of a time in ns since the epoch.
    public int of(long nanos) {
        long begin = Math.floorDiv(beginNanos, NANOS_PER_DAY);
        return (int) (Math.floorDiv(nanos, NANOS_PER_DAY) - begin);
    }

    /// When a day begins, in ns since the epoch; day 0 begins before the simulation, unless that
    /// starts at midnight.
    public long midnightNanos(int day) {
        return (Math.floorDiv(beginNanos, NANOS_PER_DAY) + day) * NANOS_PER_DAY;
    }

    public LocalDate date(int day) {
        Instant midnight = Instant.ofEpochSecond(midnightNanos(day) / NANOS_PER_SECOND);
        return LocalDate.ofInstant(midnight, ZoneOffset.UTC);
    }

    public boolean isWeekend(int day) {
        DayOfWeek weekday = date(day).getDayOfWeek();
        return weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
    }
}
