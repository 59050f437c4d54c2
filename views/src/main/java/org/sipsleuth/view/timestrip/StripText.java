package org.sipsleuth.view.timestrip;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.Optional;
import org.sipsleuth.capture.log.TimeParts;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.session.time.TimeScale;
import org.sipsleuth.view.ui.MessageClass;
import org.sipsleuth.view.ui.UtcTime;

/// Texts of the time strip.
final class StripText {

    private StripText() {}

    /// The chosen range, else the range in view, with its day and length.
    static String range(Optional<TimeRange> brush, Optional<TimeRange> sight) {
        return brush.map(chosen -> text("timestrip.chosen", span(chosen)))
                .or(() -> sight.map(StripText::span))
                .orElse("");
    }

    /// How high the highest bar is.
    static String scale(TimeHistogram histogram) {
        return text("timestrip.scale", histogram.highest(), UtcTime.length(histogram.binNanos()));
    }

    /// What one bar represents, class by class.
    ///
    /// @param isDated whether the time needs its date, as in a capture of several days
    static String bin(TimeHistogram histogram, int bin, boolean isDated) {
        long start = histogram.startOf(bin);
        StringBuilder words =
                new StringBuilder(text("timestrip.bin", isDated ? UtcTime.dateAndClock(start) : UtcTime.clock(start),
                        UtcTime.length(histogram.binNanos()), histogram.total(bin)));
        for (MessageClass messageClass : MessageClass.values()) {
            int count = histogram.count(bin, messageClass);
            if (count > 0) {
                words.append('\n').append(text("timestrip.bin.class", count, name(messageClass)));
            }
        }
        return words.toString();
    }

    /// How long a broken gap is.
    static String breakLength(TimeScale.Break gap) {
        return UtcTime.length((double) gap.lengthNanos());
    }

    /// What a broken gap is.
    static String gap(TimeScale.Break gap) {
        return text("timestrip.gap", breakLength(gap), UtcTime.dateAndClock(gap.fromNanos()),
                UtcTime.dateAndClock(gap.toNanos()));
    }

    /// What bands are, in the legend.
    static String stages() {
        return text("timestrip.stages");
    }

    /// What the lane of the ground truth is, in the legend.
    static String attacks() {
        return text("timestrip.attacks");
    }

    /// What the lanes of a lab's time ranges are, in the legend.
    static String ranges() {
        return text("timestrip.ranges");
    }

    /// The class's name in the legend.
    static String name(MessageClass messageClass) {
        return text("timestrip.class." + messageClass.name());
    }

    private static String span(TimeRange range) {
        if (TimeParts.of(range.toNanos()) == TimeParts.NONE) {
            return text("timestrip.span.none");
        }
        boolean oneDay = UtcTime.sameDay(range.fromNanos(), range.toNanos());
        return text("timestrip.span", UtcTime.dateAndClock(range.fromNanos()),
                oneDay ? UtcTime.clock(range.toNanos()) : UtcTime.dateAndClock(range.toNanos()),
                UtcTime.length((double) (range.toNanos() - range.fromNanos())));
    }
}
