package org.sipsleuth.call.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads times as tables of call records write them: seconds, milliseconds or microseconds since
/// the epoch, ISO 8601 with a T or a space, and dates of common locales with a time of day. A time
/// without an offset is UTC. Days that no month has, and times before 1970, are no times. For one
/// thread.
final class WrittenTimes {

    private static final String ZONE = "\\s*(Z|UTC|GMT|[+-]\\d{2}:?(?:\\d{2})?)?";

    /// A date, then a time of day.
    private static final Pattern FORM = Pattern.compile(
            "(\\d{1,4})([-./])(\\d{1,2})\\2(\\d{1,4})(?:,?\\s+|T)"
                    + "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?(?:\\s*([AP])\\.?M\\.?)?(?:\\s*Uhr)?" + ZONE,
            Pattern.CASE_INSENSITIVE);

    /// The same without signs between.
    private static final Pattern COMPACT =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})[ T]?(\\d{2})(\\d{2})(\\d{2})?" + ZONE, Pattern.CASE_INSENSITIVE);

    private static final int YEAR_DIGITS = 4;
    private static final int CENTURY = 2_000; // of years with two digits
    private static final int NOON = 12;
    private static final int MICROS_DIGITS = 16; // until the year 2286
    private static final long MILLIS_FROM = 100_000_000_000L; // as seconds that is the year 5138
    private static final long MOST_SECONDS = 9_000_000_000L; // ns fit into 63 bits until 2262
    private static final int LONGEST = 40;
    private static final int SECONDS_OF_DAY = 86_400;
    private static final int NO_NUMBER = -1;

    private final Optional<DateOrder> order;

    /// @param order of dates that begin with a day or a month, with a slash or dash behind;
    ///     where it is not known they are no times
    WrittenTimes(Optional<DateOrder> order) {
        this.order = order;
    }

    /// Which orders a date leaves possible; empty if it has only one form.
    ///
    /// @param word without spaces about it
    static Set<DateOrder> orders(CharSequence word) {
        Matcher form = FORM.matcher(word.length() > LONGEST ? "" : word);
        if (!form.matches() || !isOfEitherOrder(form)) {
            return Set.of();
        }
        int first = Integer.parseInt(form.group(1));
        int second = Integer.parseInt(form.group(3));
        Set<DateOrder> orders = EnumSet.noneOf(DateOrder.class);
        if (second <= NOON) {
            orders.add(DateOrder.DAY_FIRST);
        }
        if (first <= NOON) {
            orders.add(DateOrder.MONTH_FIRST);
        }
        return orders;
    }

    private static boolean isOfEitherOrder(Matcher form) {
        return form.group(1).length() < YEAR_DIGITS && !form.group(2).equals(".");
    }

    /// A time in ns since the epoch; empty if it cannot be read.
    ///
    /// @param word without spaces about it
    OptionalLong nanos(CharSequence word) {
        if (word.isEmpty() || word.length() > LONGEST) {
            return OptionalLong.empty();
        }
        OptionalLong common = iso(word);
        return common.isPresent() ? common : other(word.toString());
    }

    private OptionalLong other(String word) {
        String number = word.replace(',', '.');
        if (number.chars().allMatch(each -> (each >= '0' && each <= '9') || each == '.')
                && number.indexOf('.') == number.lastIndexOf('.')
                && (number.indexOf('.') >= 0 || !(number.length() == 14 || number.length() == 12))) {
            return epoch(number);
        }
        try {
            Matcher form = FORM.matcher(word);
            if (form.matches()) {
                return dated(form);
            }
            Matcher compact = COMPACT.matcher(word);
            return compact.matches() ? compact(compact) : OptionalLong.empty();
        } catch (DateTimeException noSuchTime) {
            return OptionalLong.empty();
        }
    }

    private OptionalLong dated(Matcher form) {
        boolean isYearFirst = form.group(1).length() == YEAR_DIGITS;
        String yearDigits = isYearFirst ? form.group(1) : form.group(4);
        boolean isShortYear = yearDigits.length() == 2 && !form.group(2).equals("-");
        String last = isYearFirst ? form.group(4) : form.group(1);
        if ((yearDigits.length() != YEAR_DIGITS && !isShortYear) || last.length() > 2) {
            return OptionalLong.empty();
        }
        int year = Integer.parseInt(yearDigits) + (isShortYear ? CENTURY : 0);
        int middle = Integer.parseInt(form.group(3));
        int other = Integer.parseInt(last);
        boolean isMonthFirst = false;
        if (isOfEitherOrder(form)) {
            if (order.isEmpty()) {
                return OptionalLong.empty();
            }
            isMonthFirst = order.get() == DateOrder.MONTH_FIRST;
        }
        LocalDate date = LocalDate.of(year, isMonthFirst ? other : middle, isMonthFirst ? middle : other);
        String fraction = form.group(8) == null ? "" : form.group(8);
        LocalTime time = LocalTime.of(hour(Integer.parseInt(form.group(5)), form.group(9)),
                Integer.parseInt(form.group(6)), form.group(7) == null ? 0 : Integer.parseInt(form.group(7)),
                Integer.parseInt((fraction + "000000000").substring(0, 9)));
        return nanos(date.atTime(time).toInstant(offset(form.group(10))));
    }

    private static int hour(int written, @Nullable String half) {
        if (half == null) {
            return written;
        }
        if (written < 1 || written > NOON) {
            throw new DateTimeException("no hour before or after noon");
        }
        return written % NOON + (half.equalsIgnoreCase("p") ? NOON : 0);
    }

    private static OptionalLong compact(Matcher form) {
        return nanos(LocalDateTime.of(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)),
                Integer.parseInt(form.group(3)), Integer.parseInt(form.group(4)), Integer.parseInt(form.group(5)),
                form.group(6) == null ? 0 : Integer.parseInt(form.group(6))).toInstant(offset(form.group(7))));
    }

    private static ZoneOffset offset(@Nullable String zone) {
        return zone == null || Character.isLetter(zone.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(zone);
    }

    /// `2025-11-20T12:00:05`, with a space instead of the T, with Z or without: what most tables
    /// hold. A formatter takes 30 times as long for the form with Z, which it tries late.
    private static OptionalLong iso(CharSequence word) {
        int length = word.length();
        boolean isZoned = length == 20 && word.charAt(19) == 'Z' && word.charAt(10) == 'T';
        if ((length != 19 && !isZoned) || word.charAt(4) != '-' || word.charAt(7) != '-'
                || (word.charAt(10) != 'T' && word.charAt(10) != ' ') || word.charAt(13) != ':'
                || word.charAt(16) != ':') {
            return OptionalLong.empty();
        }
        int year = number(word, 0, 4);
        int month = number(word, 5, 7);
        int day = number(word, 8, 10);
        int hour = number(word, 11, 13);
        int minute = number(word, 14, 16);
        int second = number(word, 17, 19);
        boolean isDay =
                year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= Month.of(month).length(Year.isLeap(year));
        boolean isTime = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        return isDay && isTime
                ? nanos(LocalDate.of(year, month, day).toEpochDay() * SECONDS_OF_DAY + hour * 3_600L + minute * 60L
                        + second, 0)
                : OptionalLong.empty();
    }

    private static int number(CharSequence word, int from, int end) {
        int number = 0;
        for (int i = from; i < end; i++) {
            int digit = word.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return NO_NUMBER;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    private static OptionalLong nanos(Instant instant) {
        return nanos(instant.getEpochSecond(), instant.getNano());
    }

    private static OptionalLong nanos(long seconds, int nanos) {
        return seconds < 0 || seconds > MOST_SECONDS ? OptionalLong.empty()
                : OptionalLong.of(seconds * 1_000_000_000 + nanos);
    }

    private static OptionalLong epoch(String word) {
        int point = word.indexOf('.');
        String whole = point < 0 ? word : word.substring(0, point);
        if (whole.length() == MICROS_DIGITS && point < 0) {
            long micros = Long.parseLong(whole);
            return nanos(micros / 1_000_000, (int) (micros % 1_000_000) * 1_000);
        }
        if (whole.isEmpty() || whole.length() > 13) {
            return OptionalLong.empty();
        }
        long number = Long.parseLong(whole);
        if (number >= MILLIS_FROM) {
            return number / 1_000 > MOST_SECONDS ? OptionalLong.empty() : OptionalLong.of(number * 1_000_000);
        }
        String part = point < 0 ? "" : word.substring(point + 1);
        String nine = (part + "000000000").substring(0, 9);
        return nanos(number, Integer.parseInt(nine));
    }
}
