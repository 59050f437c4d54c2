package org.sipsleuth.call.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/// Reads times as tables of call records write them: seconds or milliseconds since the epoch, ISO
/// 8601 with a T or a space, and the forms of common exchanges. A time without a zone is UTC. Days
/// that no month has, and times before 1970, are no times. For one thread.
final class WrittenTimes {

    private static final List<DateTimeFormatter> FORMS =
            List.of(
                    DateTimeFormatter.ISO_LOCAL_DATE_TIME,
                    form("uuuu-MM-dd HH:mm[:ss[.SSS]]"),
                    form("uuuuMMdd HHmm[ss]"),
                    form("uuuuMMddHHmm[ss]"),
                    form("dd.MM.uuuu HH:mm[:ss]"),
                    form("uuuu/MM/dd HH:mm[:ss]"));

    private static final long MILLIS_FROM = 100_000_000_000L; // as seconds that is the year 5138
    private static final long MOST_SECONDS = 9_000_000_000L; // ns fit into 63 bits until 2262
    private static final int LONGEST = 40;
    private static final int SECONDS_OF_DAY = 86_400;
    private static final int NO_NUMBER = -1;

    /// The form of the last time that was read.
    private DateTimeFormatter last = FORMS.getFirst();

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
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
        if (word.chars().allMatch(each -> (each >= '0' && each <= '9') || each == '.')
                && word.indexOf('.') == word.lastIndexOf('.')
                && !(word.length() == 14 || word.length() == 12)) {
            return epoch(word);
        }
        OptionalLong sameForm = local(word, last);
        if (sameForm.isPresent()) {
            return sameForm;
        }
        for (DateTimeFormatter form : FORMS) {
            OptionalLong read = local(word, form);
            if (read.isPresent()) {
                last = form;
                return read;
            }
        }
        try {
            return nanos(OffsetDateTime.parse(word).toInstant());
        } catch (DateTimeException noOffset) {
            return OptionalLong.empty();
        }
    }

    /// `2025-11-20T12:00:05`, with a space instead of the T, with Z or without: what most tables
    /// hold. A formatter takes 30 times as long for the form with Z, which it tries late.
    private static OptionalLong iso(CharSequence word) {
        int length = word.length();
        boolean isZoned = length == 20 && word.charAt(19) == 'Z' && word.charAt(10) == 'T';
        if ((length != 19 && !isZoned)
                || word.charAt(4) != '-'
                || word.charAt(7) != '-'
                || (word.charAt(10) != 'T' && word.charAt(10) != ' ')
                || word.charAt(13) != ':'
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
                year >= 0
                        && month >= 1
                        && month <= 12
                        && day >= 1
                        && day <= Month.of(month).length(Year.isLeap(year));
        boolean isTime =
                hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        return isDay && isTime
                ? nanos(
                        LocalDate.of(year, month, day).toEpochDay() * SECONDS_OF_DAY
                                + hour * 3_600L
                                + minute * 60L
                                + second,
                        0)
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

    private static OptionalLong local(String word, DateTimeFormatter form) {
        try {
            return nanos(LocalDateTime.parse(word, form).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException anotherForm) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong nanos(Instant instant) {
        return nanos(instant.getEpochSecond(), instant.getNano());
    }

    private static OptionalLong nanos(long seconds, int nanos) {
        return seconds < 0 || seconds > MOST_SECONDS
                ? OptionalLong.empty()
                : OptionalLong.of(seconds * 1_000_000_000 + nanos);
    }

    private static OptionalLong epoch(String word) {
        int point = word.indexOf('.');
        String whole = point < 0 ? word : word.substring(0, point);
        if (whole.isEmpty() || whole.length() > 13) {
            return OptionalLong.empty();
        }
        long number = Long.parseLong(whole);
        if (number >= MILLIS_FROM) {
            return number / 1_000 > MOST_SECONDS
                    ? OptionalLong.empty()
                    : OptionalLong.of(number * 1_000_000);
        }
        String part = point < 0 ? "" : word.substring(point + 1);
        String nine = (part + "000000000").substring(0, 9);
        return nanos(number, Integer.parseInt(nine));
    }
}
