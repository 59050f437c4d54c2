package org.sipsleuth.view.session;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sipsleuth.capture.log.TimeParts;
import org.sipsleuth.view.session.Selection.TimeRange;

/// Chooses round moments (UTC) of a range of time to be written under it.
public final class TimeAxis {

    /// A moment with what is written under it.
    public record Tick(long nanos, String label) {}

    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    /// Steps that people count in, from a second on; below it 1, 2, 5 of each power of ten.
    private static final long[] ROUND_STEPS = {
        SECOND,
        2 * SECOND,
        5 * SECOND,
        10 * SECOND,
        15 * SECOND,
        30 * SECOND,
        MINUTE,
        2 * MINUTE,
        5 * MINUTE,
        10 * MINUTE,
        15 * MINUTE,
        30 * MINUTE,
        HOUR,
        2 * HOUR,
        3 * HOUR,
        6 * HOUR,
        12 * HOUR,
        DAY,
        2 * DAY,
        7 * DAY,
        14 * DAY,
        28 * DAY,
        91 * DAY,
        182 * DAY,
        365 * DAY};

    private static final DateTimeFormatter BEGIN_OF_DAY = formatter("d MMM");

    private static final DateTimeFormatter DAY_OF_YEAR = formatter("d MMM yyyy");

    private TimeAxis() {}

    /// The ticks of a range.
    ///
    /// @param atMost how many there is room for, at least one
    public static List<Tick> ticks(TimeRange range, int atMost) {
        long step = step((double) (range.toNanos() - range.fromNanos()) / Math.max(1, atMost));
        DateTimeFormatter format = format(step);
        List<Tick> ticks = new ArrayList<>();
        long first = Math.ceilDiv(range.fromNanos(), step) * step;
        for (long at = first; at <= range.toNanos() && ticks.size() <= 2 * Math.max(1, atMost); at += step) {
            boolean dayBegins = step < DAY && at % DAY == 0 && TimeParts.of(at).compareTo(TimeParts.NO_YEAR) >= 0;
            DateTimeFormatter written = dayBegins ? BEGIN_OF_DAY : format;
            ticks.add(new Tick(at, text(at, written)));
        }
        return ticks;
    }

    /// A moment with its day, where those beside it lie on other days.
    public static Tick date(long nanos) {
        return new Tick(nanos, text(nanos, DAY_OF_YEAR));
    }

    /// The text of a tick, without what the times of a text log do not state.
    private static String text(long nanos, DateTimeFormatter written) {
        boolean isDate = written == DAY_OF_YEAR; // the one formatter, not one that writes the same
        return switch (TimeParts.of(nanos)) {
            case NONE -> "";
            case NO_DATE -> isDate ? "" : written.format(instant(nanos));
            case NO_YEAR -> (isDate ? BEGIN_OF_DAY : written).format(instant(nanos));
            case FULL -> written.format(instant(nanos));
        };
    }

    /// The smallest round step that is not below `least` ns.
    private static long step(double least) {
        for (long power = 1; power < SECOND; power *= 10) {
            for (long digit : new long[]{1, 2, 5}) {
                if (digit * power >= least) {
                    return digit * power;
                }
            }
        }
        for (long step : ROUND_STEPS) {
            if (step >= least) {
                return step;
            }
        }
        long longest = ROUND_STEPS[ROUND_STEPS.length - 1];
        return longest * (long) Math.ceil(least / longest);
    }

    private static DateTimeFormatter format(long step) {
        String pattern;
        if (step >= DAY) {
            return DAY_OF_YEAR;
        } else if (step >= MINUTE) {
            pattern = "HH:mm";
        } else if (step >= SECOND) {
            pattern = "HH:mm:ss";
        } else if (step >= MILLI) {
            pattern = "HH:mm:ss.SSS";
        } else {
            pattern = "HH:mm:ss.SSSSSSSSS";
        }
        return formatter(pattern);
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }
}
