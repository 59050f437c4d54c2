package org.sipsleuth.report.output;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.sipsleuth.capture.log.TimeParts;

/// Times, durations, sizes and counts: exact for data, short for people.
public final class HumanText {

    private static final long NANOS = 1_000_000_000L;
    private static final int NANO_DIGITS = 9;
    private static final String[] SIZES = {"kB", "MB", "GB", "TB", "PB", "EB"};

    private HumanText() {}

    /// A time as seconds since the epoch, in milliseconds: `1700000000.123`.
    public static String seconds(Instant at) {
        long millis = at.toEpochMilli();
        return "%d.%03d".formatted(Math.floorDiv(millis, 1_000), Math.floorMod(millis, 1_000));
    }

    /// Nanoseconds as seconds with so many digits after the point: `1700000000.123456`. Digits
    /// beyond those are cut, not rounded. Empty for a time that a text log does not state whole.
    public static String seconds(long nanos, int digits) {
        if (TimeParts.of(nanos) != TimeParts.FULL) {
            return "";
        }
        StringBuilder text = new StringBuilder(NANO_DIGITS + 12);
        if (nanos < 0) {
            text.append('-');
        }
        // Long.MIN_VALUE has no positive counterpart, but its quotient and remainder do.
        text.append(Math.abs(nanos / NANOS));
        fraction(text, Math.abs(nanos % NANOS), digits);
        return text.toString();
    }

    private static void fraction(StringBuilder text, long nanos, int digits) {
        if (digits <= 0) {
            return;
        }
        text.append('.');
        long unit = NANOS / 10;
        for (int i = 0; i < Math.min(digits, NANO_DIGITS); i++) {
            text.append((char) ('0' + nanos / unit % 10));
            unit /= 10;
        }
    }

    /// A moment in UTC: `2023-11-14 22:13:20.123456`.
    public static String moment(long nanos, int digits) {
        return TimeParts.written(nanos, moment(nanos, digits, ' ').toString());
    }

    /// A moment as ISO 8601 writes it: `2023-11-14T22:13:20.123456Z`.
    public static String iso(long nanos, int digits) {
        return TimeParts.written(nanos, moment(nanos, digits, 'T').append('Z').toString());
    }

    private static StringBuilder moment(long nanos, int digits, char separator) {
        ZonedDateTime time = utc(nanos);
        StringBuilder text = new StringBuilder(32);
        if (time.getYear() < 1000) {
            text.append(time.getYear());
        } else {
            padded(text, time.getYear(), 4);
        }
        padded(text.append('-'), time.getMonthValue(), 2);
        padded(text.append('-'), time.getDayOfMonth(), 2);
        return clock(text.append(separator), time, digits);
    }

    /// A time of day in UTC: `22:13:20.123456`.
    public static String clock(long nanos, int digits) {
        return TimeParts.written(nanos, clock(new StringBuilder(16), utc(nanos), digits).toString());
    }

    private static ZonedDateTime utc(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS)).atZone(ZoneOffset.UTC);
    }

    private static StringBuilder clock(StringBuilder text, ZonedDateTime time, int digits) {
        padded(text, time.getHour(), 2);
        padded(text.append(':'), time.getMinute(), 2);
        padded(text.append(':'), time.getSecond(), 2);
        fraction(text, time.getNano(), digits);
        return text;
    }

    private static void padded(StringBuilder text, int value, int digits) {
        String number = Integer.toString(value);
        text.repeat('0', Math.max(0, digits - number.length())).append(number);
    }

    /// A duration: `12.3 ms`, `4.56 s`, `1 min 23 s`, `2 h 3 min`, `3 d 4 h`.
    public static String duration(long nanos) {
        if (nanos < NANOS) {
            return tenths(nanos, NANOS / 1000) + " ms";
        }
        long seconds = nanos / NANOS;
        if (seconds < 60) {
            return seconds(nanos, 2) + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        if (seconds < 86_400) {
            return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
        }
        return seconds / 86_400 + " d " + seconds % 86_400 / 3600 + " h";
    }

    /// A size: `512 bytes`, `12.3 kB` (thousands).
    public static String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " bytes";
        }
        long unit = 1000;
        int name = 0;
        while (bytes / unit >= 1000) {
            unit *= 1000;
            name++;
        }
        return tenths(bytes, unit) + " " + SIZES[name];
    }

    private static String tenths(long value, long unit) {
        return value / unit + "." + value % unit / (unit / 10);
    }

    /// A number with a comma between thousands: `1,049,946`.
    public static String count(long number) {
        StringBuilder text = new StringBuilder(Long.toString(number));
        for (int i = text.length() - 3; i > (number < 0 ? 1 : 0); i -= 3) {
            text.insert(i, ',');
        }
        return text.toString();
    }

    /// A count with its unit: `1 frame`, `1,234 frames`.
    public static String count(long number, String unit) {
        return count(number) + " " + unit + (number == 1 ? "" : "s");
    }
}
