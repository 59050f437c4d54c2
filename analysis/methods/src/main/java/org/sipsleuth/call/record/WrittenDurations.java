package org.sipsleuth.call.record;

import java.util.regex.Pattern;

/// Reads durations as tables of call records write them: seconds, with a point before their
/// fraction. No cell is 0 s.
final class WrittenDurations {

    /// The longest that is a duration, in ms: 24.8 days.
    private static final long MOST_MILLIS = Integer.MAX_VALUE;

    private static final int MOST_DIGITS = 9; // of whole seconds that fit into an int
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d*)?([eE][+-]?\\d+)?");
    private static final int LONGEST = 40;

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
    static Read of(CharSequence word) {
        if (word.isEmpty()) {
            return Read.NONE;
        }
        int whole = whole(word);
        if (whole >= 0) {
            return checked(1_000L * whole);
        }
        if (word.length() > LONGEST || !NUMBER.matcher(word).matches()) {
            return new Read(0, "is no number of seconds");
        }
        double seconds = Double.parseDouble(word.toString());
        if (seconds < 0) {
            return new Read(0, "is negative");
        }
        return seconds * 1_000 > MOST_MILLIS
                ? checked(Long.MAX_VALUE)
                : checked(Math.round(seconds * 1_000));
    }

    private static Read checked(long millis) {
        return millis > MOST_MILLIS
                ? new Read(0, "is longer than 24 days")
                : millis == 0 ? Read.NONE : new Read(millis, "");
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
