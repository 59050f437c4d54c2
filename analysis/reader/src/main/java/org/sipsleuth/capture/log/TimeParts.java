package org.sipsleuth.capture.log;

/// How much of a date and time a log states, the least first. Times that lack something are kept
/// as times of the seventeenth century and the eighteenth, in which no message was sent: they order
/// the messages and have the right distances, and are never shown with a date that the log does not
/// state.
public enum TimeParts {
    /// No time at all: the order of the log.
    NONE,
    /// A time of day; days are counted from the first.
    NO_DATE,
    /// A day of a year that is not stated.
    NO_YEAR,
    /// Date and time.
    FULL;

    static final long NANOS_PER_SECOND = 1_000_000_000L;

    /// The year that stands for the first without a number; it has a 29 February.
    static final int YEAR = 1704;

    private static final String DATE_PATTERN = "????-??-??";
    private static final String YEAR_PATTERN = "????";
    private static final String NO_TIME = "no time";

    /// 1690-01-01, 1700-01-01 and 1704-01-01 UTC, in ns since the epoch.
    static final long NONE_NANOS = -8_835_868_800L * NANOS_PER_SECOND;

    static final long NO_DATE_NANOS = -8_520_336_000L * NANOS_PER_SECOND;
    static final long NO_YEAR_NANOS = -8_394_192_000L * NANOS_PER_SECOND;

    /// 1800-01-01 UTC. Nothing later lacks a part.
    private static final long END_NANOS = -5_364_662_400L * NANOS_PER_SECOND;

    /// 1972-01-01 UTC.
    private static final long LEAP_YEAR_NANOS = 63_072_000L * NANOS_PER_SECOND;

    /// Which parts a time of the index has.
    public static TimeParts of(long nanos) {
        if (nanos >= END_NANOS) {
            return FULL;
        }
        return nanos < NO_DATE_NANOS ? NONE : nanos < NO_YEAR_NANOS ? NO_DATE : NO_YEAR;
    }

    /// A time for a format that has room only for times since the epoch: without a year in 1972,
    /// without a date on 1970-01-01, without a time 0.
    public static long sinceEpoch(long nanos) {
        return switch (of(nanos)) {
            case FULL -> nanos;
            case NONE -> 0;
            case NO_DATE -> nanos - NO_DATE_NANOS;
            case NO_YEAR -> nanos - NO_YEAR_NANOS + LEAP_YEAR_NANOS;
        };
    }

    /// Writes a time without what its log does not state.
    ///
    /// @param nanos the time
    /// @param text the time as it is written otherwise; one with a date begins with it as
    ///     `uuuu-MM-dd`
    public static String written(long nanos, String text) {
        if (nanos >= END_NANOS) {
            return text;
        }
        boolean hasDate = text.length() >= DATE_PATTERN.length() && text.charAt(YEAR_PATTERN.length()) == '-';
        return switch (of(nanos)) {
            case NONE -> NO_TIME;
            case NO_DATE -> hasDate ? DATE_PATTERN + text.substring(DATE_PATTERN.length()) : text;
            case NO_YEAR -> hasDate ? YEAR_PATTERN + text.substring(YEAR_PATTERN.length()) : text;
            case FULL -> text;
        };
    }
}
