package org.sipsleuth.filter.compile;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.filter.syntax.Place;

/// Reads points in time. One without a zone is in UTC, as everything is that is shown.
final class Moments {

    private static final long NANOS = 1_000_000_000L;
    private static final int MOST_CHARACTERS = 60;

    private static final Pattern MOMENT =
            Pattern.compile("(?:(\\d{4})-(\\d{1,2})-(\\d{1,2})|([A-Za-z]{3}) {1,2}(\\d{1,2}),? (\\d{4}))"
                    + "(?:[T ](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?)? ?(Z|UTC|[+-]\\d{2}:?\\d{2})?");

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private Moments() {}

    /// ns since the epoch.
    static long nanos(String text, Place place) throws FilterSyntaxException {
        Matcher matcher = MOMENT.matcher(text);
        try {
            if (text.length() <= MOST_CHARACTERS && matcher.matches()) {
                return nanos(matcher);
            }
        } catch (DateTimeException | ArithmeticException none) {
            // the error is reported below
        }
        throw new FilterSyntaxException(
                "expected a date and time in UTC, as in \"2026-11-20 14:02:07.5\" or \"Nov 20, 2026 14:02:07\"", place);
    }

    private static long nanos(Matcher matcher) {
        boolean named = matcher.group(4) != null;
        int month = named ? 1 + MONTHS.indexOf(text(matcher, 4).toLowerCase(Locale.ROOT)) : number(matcher, 2);
        LocalDateTime local = LocalDateTime.of(number(matcher, named ? 6 : 1), month, number(matcher, named ? 5 : 3),
                number(matcher, 7), number(matcher, 8), number(matcher, 9));
        String fraction = (text(matcher, 10) + "000000000").substring(0, 9);
        String zone = text(matcher, 11);
        ZoneOffset offset = zone.isEmpty() || zone.equals("UTC") ? ZoneOffset.UTC : ZoneOffset.of(zone);
        return Math.addExact(Math.multiplyExact(local.toEpochSecond(offset), NANOS), Integer.parseInt(fraction));
    }

    private static String text(Matcher matcher, int group) {
        @Nullable String text = matcher.group(group);
        return text == null ? "" : text;
    }

    private static int number(Matcher matcher, int group) {
        String text = text(matcher, group);
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }
}
