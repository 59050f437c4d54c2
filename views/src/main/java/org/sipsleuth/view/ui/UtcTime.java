package org.sipsleuth.view.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.sipsleuth.capture.log.TimeParts;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;

/// Moments and spans of a capture as text. Times are shown in UTC, so that captures from different
/// places can be compared.
public final class UtcTime {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_DAY = 86_400 * NANOS_PER_SECOND;
    private static final DateTimeFormatter CLOCK = formatter("HH:mm:ss");
    private static final DateTimeFormatter DATE = formatter("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter CLOCK_MILLIS = formatter("HH:mm:ss.SSS");
    private static final DateTimeFormatter CLOCK_MICROS = formatter("HH:mm:ss.SSSSSS");
    private static final DateTimeFormatter DATE_MILLIS = formatter("uuuu-MM-dd HH:mm:ss.SSS");
    private static final DateTimeFormatter FULL = formatter("uuuu-MM-dd HH:mm:ss.SSSSSSSSS 'UTC'");

    private UtcTime() {}

    /// `14:03:21`
    public static String second(long nanos) {
        return written(CLOCK, nanos);
    }

    /// `2026-11-20 14:03:21`
    public static String dateAndSecond(long nanos) {
        return written(DATE, nanos);
    }

    /// `14:03:21.512`
    public static String clock(long nanos) {
        return written(CLOCK_MILLIS, nanos);
    }

    /// `14:03:21.512345`
    public static String preciseClock(long nanos) {
        return written(CLOCK_MICROS, nanos);
    }

    /// `2026-11-20 14:03:21.512`
    public static String dateAndClock(long nanos) {
        return written(DATE_MILLIS, nanos);
    }

    /// `2026-11-20 14:03:21.512345678 UTC`
    public static String full(long nanos) {
        return written(FULL, nanos);
    }

    /// A span in seconds with so many digits after the point: `12.345`.
    public static String seconds(long nanos, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", (double) nanos / NANOS_PER_SECOND);
    }

    /// A length of time with three digits or so: `1.25 s`, `340 ms`, `3 h 12 min`.
    public static String length(double nanos) {
        if (nanos == 0) {
            return "0 s";
        }
        if (nanos < 1e6) {
            return String.format(Locale.ENGLISH, "%.3g µs", nanos / 1e3);
        }
        if (nanos < 1e9) {
            return String.format(Locale.ENGLISH, "%.3g ms", nanos / 1e6);
        }
        Duration length = Duration.ofMillis(Math.round(nanos / 1e6));
        if (length.toMinutes() < 2) {
            return String.format(Locale.ENGLISH, "%.2f s", nanos / 1e9);
        }
        if (length.toHours() < 2) {
            return length.toMinutes() + " min " + length.toSecondsPart() + " s";
        }
        if (length.toDays() < 2) {
            return length.toHours() + " h " + length.toMinutesPart() + " min";
        }
        return length.toDays() + " d " + length.toHoursPart() + " h";
    }

    /// Whether both moments lie on the same day.
    public static boolean sameDay(long nanos, long otherNanos) {
        return Math.floorDiv(nanos, NANOS_PER_DAY) == Math.floorDiv(otherNanos, NANOS_PER_DAY);
    }

    /// Whether a capture spans several days, so that its moments need a date.
    public static boolean spansDays(SipIndex index) {
        MessageTable messages = index.messages();
        int last = messages.size() - 1;
        return last > 0 && !sameDay(messages.capturedAtNanos(0), messages.capturedAtNanos(last));
    }

    /// A moment of a capture: with its date if the capture spans several days.
    public static String moment(SipIndex index, long nanos) {
        return spansDays(index) ? dateAndClock(nanos) : clock(nanos);
    }

    private static String written(DateTimeFormatter form, long nanos) {
        return TimeParts.written(nanos, form.format(instant(nanos)));
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }
}
