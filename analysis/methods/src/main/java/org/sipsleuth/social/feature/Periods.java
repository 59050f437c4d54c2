package org.sipsleuth.social.feature;

import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/// Equal parts of a time, each of whole days; they follow each other, or overlap. Immutable.
///
/// @param fromNanos when the first day begins, in ns since the epoch
/// @param days how many days a period has, 1 or more
/// @param step how many days after a period the next one begins, 1 or more
/// @param count how many periods there are
/// @param zone where days begin
public record Periods(long fromNanos, int days, int step, int count, ZoneOffset zone) {

    static final long DAY = TimeUnit.DAYS.toNanos(1);
    private static final int WEEK = 7;

    /// Weeks from the day of the first call on; the last may be cut short.
    public static Periods weeks(long firstNanos, long lastNanos, ZoneOffset zone) {
        return of(firstNanos, lastNanos, WEEK, zone);
    }

    /// Seven days each, one from each day on.
    public static Periods slidingWeeks(long firstNanos, long lastNanos, ZoneOffset zone) {
        int count = Math.max(1, whole(firstNanos, lastNanos, zone).days() - WEEK + 1);
        return new Periods(startOfDay(firstNanos, zone), WEEK, 1, count, zone);
    }

    /// One period, from the day of the first call to that of the last one.
    public static Periods whole(long firstNanos, long lastNanos, ZoneOffset zone) {
        long from = startOfDay(firstNanos, zone);
        int days = Math.toIntExact((lastNanos - from) / DAY + 1);
        return new Periods(from, days, days, 1, zone);
    }

    /// Periods of so many days, one after the other.
    public static Periods of(long firstNanos, long lastNanos, int days, ZoneOffset zone) {
        long from = startOfDay(firstNanos, zone);
        int count = Math.toIntExact((lastNanos - from) / (DAY * days) + 1);
        return new Periods(from, days, days, count, zone);
    }

    private static long startOfDay(long nanos, ZoneOffset zone) {
        long shift = TimeUnit.SECONDS.toNanos(zone.getTotalSeconds());
        return Math.floorDiv(nanos + shift, DAY) * DAY - shift;
    }

    /// The first period that ends after a time, from 0.
    int firstEndingAfter(long nanos) {
        return Math.max(0, Math.ceilDiv(day(nanos) - days + 1, step));
    }

    /// The day of a time, from 0.
    int day(long nanos) {
        return (int) Math.floorDiv(nanos - fromNanos, DAY);
    }

    /// When a period begins, in ns.
    public long startOf(int period) {
        return fromNanos + period * DAY * step;
    }

    /// When a period ends, in ns: the first moment that does not belong to it.
    public long endOf(int period) {
        return startOf(period) + DAY * days;
    }
}
