package org.sipsleuth.capture.log;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the times that a log states, and completes those that lack a date by the lines before
/// them, if those have one.
final class LogClock {

    /// Dates further away than these are not those of SIP messages.
    private static final int FIRST_YEAR = 1990;

    private static final int LAST_YEAR = 2200;

    /// So much of a line is searched for its time.
    private static final int MOST_CHARACTERS = 160;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_DAY = 86_400 * NANOS_PER_SECOND;
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final String MONTH = "(?<mon>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
    private static final String CLOCK = "(?<h>[0-2]\\d):(?<m>[0-5]\\d):(?<s>[0-6]\\d)(?:[.,:](?<f>\\d{1,9}))?";

    private static final Pattern ISO = Pattern.compile("(?<!\\d)(?<y>\\d{4})[-/](?:(?<mo>\\d\\d)|" + MONTH
            + ")[-/](?<d>\\d\\d)[T ]" + CLOCK + " ?(?<zone>Z\\b|UTC|GMT|[+-]\\d\\d:?\\d\\d)?");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("\\b" + MONTH + " {1,2}(?<d>\\d{1,2}) " + CLOCK + "(?: (?<y>(?:19|20)\\d\\d)(?!\\d))?");
    private static final Pattern EPOCH = Pattern.compile("(?<![\\d.])(?<e>[1-9]\\d{8,9})\\.(?<f>\\d{1,9})(?!\\d)");
    private static final Pattern TIME_OF_DAY = Pattern.compile("(?<![\\d:])" + CLOCK + "(?![\\d:])");

    /// A time as it stands in a log.
    ///
    /// @param nanos with the parts that are stated; the others are 0
    /// @param hasZone whether it says how it relates to UTC
    record Stated(TimeParts parts, long nanos, boolean hasZone) {}

    private final TimeParts parts;
    private long last;
    private boolean hasLast;

    /// @param parts what the times of the log have; those that have more are reduced to it
    /// @param first the first time that the log states
    LogClock(TimeParts parts, long first) {
        this.parts = parts;
        this.last = first;
    }

    /// The time that stands in a line; nothing if there is none.
    static Optional<Stated> find(String line) {
        String text = line.length() > MOST_CHARACTERS ? line.substring(0, MOST_CHARACTERS) : line;
        try {
            Matcher iso = ISO.matcher(text);
            if (iso.find()) {
                return dated(iso, iso.group("mo") != null ? Integer.parseInt(iso.group("mo")) : month(iso));
            }
            Matcher named = MONTH_FIRST.matcher(text);
            if (named.find()) {
                return named.group("y") != null ? dated(named, month(named)) : yearless(named);
            }
            Matcher epoch = EPOCH.matcher(text);
            if (epoch.find()) {
                long seconds = Long.parseLong(epoch.group("e"));
                return Optional.of(new Stated(TimeParts.FULL, seconds * NANOS_PER_SECOND + fraction(epoch), true));
            }
            Matcher clock = TIME_OF_DAY.matcher(text);
            return clock.find() ? Optional.of(new Stated(TimeParts.NO_DATE, ofDay(clock), false)) : Optional.empty();
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static Optional<Stated> dated(Matcher found, int month) {
        int year = Integer.parseInt(found.group("y"));
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return Optional.empty();
        }
        LocalDate day = LocalDate.of(year, month, Integer.parseInt(found.group("d")));
        long nanos = day.toEpochDay() * NANOS_PER_DAY + ofDay(found);
        String zone = found.namedGroups().containsKey("zone") ? found.group("zone") : null;
        long offset = zone == null || zone.length() < 4 ? 0 : ZoneOffset.of(zone).getTotalSeconds() * NANOS_PER_SECOND;
        return Optional.of(new Stated(TimeParts.FULL, nanos - offset, zone != null));
    }

    private static Optional<Stated> yearless(Matcher found) {
        LocalDate day = LocalDate.of(TimeParts.YEAR, month(found), Integer.parseInt(found.group("d")));
        return Optional.of(new Stated(TimeParts.NO_YEAR, day.toEpochDay() * NANOS_PER_DAY + ofDay(found), false));
    }

    private static int month(Matcher found) {
        return MONTHS.indexOf(found.group("mon").toLowerCase(Locale.ROOT)) + 1;
    }

    private static long ofDay(Matcher found) {
        int second = Math.min(59, Integer.parseInt(found.group("s"))); // a leap second
        LocalTime time = LocalTime.of(Integer.parseInt(found.group("h")), Integer.parseInt(found.group("m")), second);
        return time.toNanoOfDay() + fraction(found);
    }

    private static long fraction(Matcher found) {
        String digits = found.group("f");
        return digits == null ? 0 : Long.parseLong((digits + "000000000").substring(0, 9));
    }

    /// The time of a record, in ns since the epoch, with the parts that the times of the log have.
    ///
    /// @param stated nothing if the record states none: the last that the log states holds
    long resolve(Optional<Stated> stated) {
        if (parts == TimeParts.NONE || stated.isEmpty()) {
            return last;
        }
        long nanos = switch (parts) {
            case FULL -> full(stated.get());
            case NO_YEAR -> yearless(stated.get());
            case NO_DATE, NONE -> day(stated.get());
        };
        last = nanos;
        hasLast = true;
        return nanos;
    }

    private long full(Stated stated) {
        return switch (stated.parts()) {
            case FULL -> stated.nanos();
            case NO_YEAR -> nearest(inYear(stated.nanos(), year(last)), Math.round(365.25 * NANOS_PER_DAY), stated);
            case NO_DATE, NONE -> nearest(midnight(last) + stated.nanos(), NANOS_PER_DAY, stated);
        };
    }

    /// The time nearest to the last one, a period earlier or later.
    private long nearest(long nanos, long period, Stated stated) {
        if (stated.parts() == TimeParts.NO_YEAR) {
            int later = nanos < last - period / 2 ? 1 : nanos > last + period / 2 ? -1 : 0;
            return inYear(stated.nanos(), year(last) + later);
        }
        return nanos < last - period / 2 ? nanos + period : nanos > last + period / 2 ? nanos - period : nanos;
    }

    private long yearless(Stated stated) {
        long before = last;
        if (stated.parts() == TimeParts.NO_DATE) {
            return nearest(midnight(before) + stated.nanos(), NANOS_PER_DAY, stated);
        }
        long nanos = inYear(stated.nanos(), hasLast ? year(before) : TimeParts.YEAR);
        boolean isNextYear = hasLast && nanos < before - 180 * NANOS_PER_DAY;
        return isNextYear ? inYear(stated.nanos(), year(before) + 1) : nanos;
    }

    private long day(Stated stated) {
        long ofDay = Math.floorMod(stated.nanos(), NANOS_PER_DAY);
        if (!hasLast) {
            return TimeParts.NO_DATE_NANOS + ofDay;
        }
        long nanos = midnight(last) + ofDay;
        boolean isNextDay = nanos < last - NANOS_PER_DAY / 2;
        return isNextDay ? nanos + NANOS_PER_DAY : nanos;
    }

    private static long midnight(long nanos) {
        return Math.floorDiv(nanos, NANOS_PER_DAY) * NANOS_PER_DAY;
    }

    private static int year(long nanos) {
        return LocalDate.ofEpochDay(Math.floorDiv(nanos, NANOS_PER_DAY)).getYear();
    }

    /// The same day and time in another year; 1 March for 29 February where there is none.
    private static long inYear(long nanos, int year) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND), 0, ZoneOffset.UTC);
        LocalDate date = time.toLocalDate();
        LocalDate day = date.isLeapYear() && date.getDayOfYear() == 60 && !LocalDate.ofYearDay(year, 1).isLeapYear()
                ? LocalDate.of(year, 3, 1)
                : date.withYear(year);
        return day.toEpochDay() * NANOS_PER_DAY + Math.floorMod(nanos, NANOS_PER_DAY);
    }
}
