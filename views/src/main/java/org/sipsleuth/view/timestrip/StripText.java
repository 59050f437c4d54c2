package org.sipsleuth.view.timestrip;

import static org.sipsleuth.view.fx.Texts.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.sipsleuth.view.fx.MessageClass;
import org.sipsleuth.view.fx.Selection.TimeRange;

/// What the time strip says in words.
final class StripText {

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss.SSS", Locale.ENGLISH);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ENGLISH);
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("z", Locale.ENGLISH);

    private StripText() {}

    /// The chosen range, else the range in sight, with its day, length and time zone.
    static String range(Optional<TimeRange> brush, Optional<TimeRange> sight, ZoneId zone) {
        return brush.map(chosen -> text("timestrip.chosen", span(chosen, zone)))
                .or(() -> sight.map(seen -> span(seen, zone)))
                .orElse("");
    }

    /// How high the highest bar is.
    static String scale(TimeHistogram histogram) {
        return text("timestrip.scale", histogram.highest(), length(histogram.binNanos()));
    }

    /// What one bar stands for, class by class.
    static String bin(TimeHistogram histogram, int bin, ZoneId zone) {
        StringBuilder words =
                new StringBuilder(
                        text(
                                "timestrip.bin",
                                time(histogram.startOf(bin), zone).format(TIME),
                                length(histogram.binNanos()),
                                histogram.total(bin)));
        for (MessageClass messageClass : MessageClass.values()) {
            int count = histogram.count(bin, messageClass);
            if (count > 0) {
                words.append('\n').append(text("timestrip.bin.class", count, name(messageClass)));
            }
        }
        return words.toString();
    }

    /// The class's name in the legend.
    static String name(MessageClass messageClass) {
        return text("timestrip.class." + messageClass.name());
    }

    private static String span(TimeRange range, ZoneId zone) {
        ZonedDateTime from = time(range.fromNanos(), zone);
        ZonedDateTime to = time(range.toNanos(), zone);
        boolean oneDay = from.toLocalDate().equals(to.toLocalDate());
        return text(
                "timestrip.span",
                from.format(DAY_AND_TIME),
                to.format(oneDay ? TIME : DAY_AND_TIME),
                from.format(ZONE),
                length((double) (range.toNanos() - range.fromNanos())));
    }

    private static ZonedDateTime time(long nanos, ZoneId zone) {
        return Instant.ofEpochSecond(
                        Math.floorDiv(nanos, SECOND_NANOS), Math.floorMod(nanos, SECOND_NANOS))
                .atZone(zone);
    }

    /// A length of time with three digits or so: `1.25 s`, `340 ms`, `3 h 12 min`.
    static String length(double nanos) {
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
}
