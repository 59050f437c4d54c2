package org.sipsleuth.view.timestrip;

import static org.sipsleuth.view.fx.Texts.text;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.sipsleuth.view.fx.MessageClass;
import org.sipsleuth.view.fx.Selection.TimeRange;
import org.sipsleuth.view.fx.UtcTime;

/// What the time strip says in words.
final class StripText {

    private StripText() {}

    /// The chosen range, else the range in sight, with its day and length.
    static String range(Optional<TimeRange> brush, Optional<TimeRange> sight) {
        return brush.map(chosen -> text("timestrip.chosen", span(chosen)))
                .or(() -> sight.map(StripText::span))
                .orElse("");
    }

    /// How high the highest bar is.
    static String scale(TimeHistogram histogram) {
        return text("timestrip.scale", histogram.highest(), length(histogram.binNanos()));
    }

    /// What one bar stands for, class by class.
    static String bin(TimeHistogram histogram, int bin) {
        StringBuilder words =
                new StringBuilder(
                        text(
                                "timestrip.bin",
                                UtcTime.clock(histogram.startOf(bin)),
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

    private static String span(TimeRange range) {
        boolean oneDay = UtcTime.sameDay(range.fromNanos(), range.toNanos());
        return text(
                "timestrip.span",
                UtcTime.dateAndClock(range.fromNanos()),
                oneDay ? UtcTime.clock(range.toNanos()) : UtcTime.dateAndClock(range.toNanos()),
                length((double) (range.toNanos() - range.fromNanos())));
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
