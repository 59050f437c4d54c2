package org.sipsleuth.call.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads times as tables of call records write them: seconds or milliseconds since the epoch, ISO
/// 8601 with a T or a space, and the forms of common exchanges. A time without a zone is UTC. For
/// one thread.
final class WrittenTimes {

    private static final List<DateTimeFormatter> FORMS =
            List.of(
                    DateTimeFormatter.ISO_LOCAL_DATE_TIME,
                    form("yyyy-MM-dd HH:mm[:ss[.SSS]]"),
                    form("yyyyMMdd HHmm[ss]"),
                    form("yyyyMMddHHmm[ss]"),
                    form("dd.MM.yyyy HH:mm[:ss]"),
                    form("yyyy/MM/dd HH:mm[:ss]"));

    private static final long MILLIS_FROM = 100_000_000_000L; // as seconds that is the year 5138
    private static final long MOST_SECONDS = 9_000_000_000L; // ns fit into 63 bits until 2262
    private static final int LONGEST = 40;

    /// The form of the last time that was read.
    private DateTimeFormatter last = FORMS.getFirst();

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }

    /// A time in ns since the epoch; empty if it cannot be read.
    Optional<Long> nanos(String written) {
        String word = written.strip();
        if (word.isEmpty() || word.length() > LONGEST) {
            return Optional.empty();
        }
        if (word.chars().allMatch(each -> (each >= '0' && each <= '9') || each == '.')
                && word.indexOf('.') == word.lastIndexOf('.')
                && !(word.length() == 14 || word.length() == 12)) {
            return epoch(word);
        }
        Optional<Long> sameForm = local(word, last);
        if (sameForm.isPresent()) {
            return sameForm;
        }
        for (DateTimeFormatter form : FORMS) {
            Optional<Long> read = local(word, form);
            if (read.isPresent()) {
                last = form;
                return read;
            }
        }
        try {
            return nanos(OffsetDateTime.parse(word).toInstant());
        } catch (DateTimeException noOffset) {
            return Optional.empty();
        }
    }

    private static Optional<Long> local(String word, DateTimeFormatter form) {
        try {
            return nanos(LocalDateTime.parse(word, form).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException anotherForm) {
            return Optional.empty();
        }
    }

    private static Optional<Long> nanos(Instant instant) {
        long seconds = instant.getEpochSecond();
        return Math.abs(seconds) > MOST_SECONDS
                ? Optional.empty()
                : Optional.of(seconds * 1_000_000_000 + instant.getNano());
    }

    private static Optional<Long> epoch(String word) {
        int point = word.indexOf('.');
        String whole = point < 0 ? word : word.substring(0, point);
        if (whole.isEmpty() || whole.length() > 13) {
            return Optional.empty();
        }
        long number = Long.parseLong(whole);
        if (number >= MILLIS_FROM) {
            return number / 1_000 > MOST_SECONDS
                    ? Optional.empty()
                    : Optional.of(number * 1_000_000);
        }
        String part = point < 0 ? "" : word.substring(point + 1);
        String nine = (part + "000000000").substring(0, 9);
        return number > MOST_SECONDS
                ? Optional.empty()
                : Optional.of(number * 1_000_000_000 + Long.parseLong(nine));
    }
}
