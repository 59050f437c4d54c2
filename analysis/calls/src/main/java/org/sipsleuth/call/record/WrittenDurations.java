package org.sipsleuth.call.record;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads durations as tables of call records write them: seconds, with a point or a comma before
/// their fraction, or hours, minutes and seconds with colons. No cell is 0 s.
final class WrittenDurations {

    /// The longest that is a duration, in ms: 24.8 days.
    private static final long MOST_MILLIS = Integer.MAX_VALUE;

    private static final int MOST_DIGITS = 9; // of whole seconds that fit into an int
    private static final Pattern NUMBER =
            Pattern.compile("([+-]?\\d+(?:[.,]\\d*)?(?:[eE][+-]?\\d+)?)\\s*(?:s|sec|sek|seconds)?\\.?");
    private static final Pattern CLOCK = Pattern.compile("(-?)(?:(\\d{1,4}):)?(\\d{1,4}):(\\d{2})(?:[.,](\\d{1,9}))?");

    /// What may be a number with a decimal comma, or thousands.
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?[1-9]\\d{0,2},\\d{3}");

    private static final int LONGEST = 40;
    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;

    private WrittenDurations() {}

    /// What a duration is.
    ///
    /// @param millis 0 or more
    /// @param fault why it is not a duration; empty if it is
    record Read(long millis, String fault) {
        private static final Read NONE = new Read(0, "");
    }

    /// Reads one.
    ///
    /// @param word without spaces about it
    /// @param isCommaDecimal whether a comma cannot be a sign between thousands, as in tables whose
    ///     columns are separated by semicolons
    static Read of(CharSequence word, boolean isCommaDecimal) {
        if (word.isEmpty()) {
            return Read.NONE;
        }
        int whole = whole(word);
        if (whole >= 0) {
            return checked(1_000L * whole);
        }
        if (word.length() > LONGEST) {
            return new Read(0, "is not a duration");
        }
        if (!isCommaDecimal && THOUSANDS.matcher(word).matches()) {
            return new Read(0, "may have a decimal comma, or thousands");
        }
        Matcher number = NUMBER.matcher(word);
        if (number.matches()) {
            return seconds(Double.parseDouble(number.group(1).replace(',', '.')));
        }
        Matcher clock = CLOCK.matcher(word);
        return clock.matches() ? clock(clock) : new Read(0, "is not a duration");
    }

    private static Read clock(Matcher clock) {
        String hours = clock.group(2);
        int minutes = Integer.parseInt(clock.group(3));
        int seconds = Integer.parseInt(clock.group(4));
        if (seconds >= MINUTE || (hours != null && minutes >= MINUTE)) {
            return new Read(0, "is not a duration");
        }
        String fraction = clock.group(5);
        double all = (hours == null ? 0 : Integer.parseInt(hours)) * (double) HOUR + minutes * MINUTE + seconds
                + (fraction == null ? 0 : Double.parseDouble("0." + fraction));
        return seconds(clock.group(1).isEmpty() ? all : -all);
    }

    private static Read seconds(double seconds) {
        if (seconds < 0) {
            return new Read(0, "is negative");
        }
        return seconds * 1_000 > MOST_MILLIS ? checked(Long.MAX_VALUE) : checked(Math.round(seconds * 1_000));
    }

    private static Read checked(long millis) {
        return millis > MOST_MILLIS ? new Read(0, "is longer than 24 days")
                : millis == 0 ? Read.NONE
                : new Read(millis, "");
    }

    /// The most common form: digits; -1 for all others.
    private static int whole(CharSequence word) {
        if (word.length() > MOST_DIGITS) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < word.length(); i++) {
            int digit = word.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
