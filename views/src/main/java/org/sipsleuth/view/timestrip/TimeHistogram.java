package org.sipsleuth.view.timestrip;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.session.time.TimeScale;
import org.sipsleuth.view.ui.MessageClass;

/// How many messages of each class fall into slices of a range of time that are equally long on its
/// scale. Immutable.
final class TimeHistogram {

    /// The messages as the histogram needs them: in the order of their time.
    interface Timeline {
        int size();

        long nanos(int message);

        MessageClass messageClass(int message);

        /// Whether the message counts.
        default boolean counts(int message) {
            return true;
        }
    }

    /// How many messages are counted between two checks of the monitor.
    private static final int STRIDE = 1 << 16;

    private final TimeRange range;
    private final TimeScale scale;
    private final int bins;
    private final Map<MessageClass, int[]> counts;
    private final int[] totals;
    private final int highest;

    private TimeHistogram(TimeRange range, TimeScale scale, int bins, Map<MessageClass, int[]> counts) {
        this.scale = scale;
        this.range = range;
        this.bins = bins;
        this.counts = counts;
        totals = new int[bins];
        for (int[] ofClass : counts.values()) {
            for (int bin = 0; bin < bins; bin++) {
                totals[bin] += ofClass[bin];
            }
        }
        highest = Arrays.stream(totals).max().orElse(0);
    }

    /// Counts the messages of a range.
    ///
    /// @param bins how many slices, at least one
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    static TimeHistogram of(Timeline timeline, TimeRange range, TimeScale scale, int bins, RunMonitor monitor) {
        long from = scale.shown(range.fromNanos());
        double length = Math.max(1.0, (double) scale.length(range));
        Map<MessageClass, int[]> counts = new EnumMap<>(MessageClass.class);
        for (int i = firstFrom(timeline, range.fromNanos()); i < timeline.size(); i++) {
            if (i % STRIDE == 0) {
                monitor.throwIfCancelled();
            }
            long nanos = timeline.nanos(i);
            if (nanos > range.toNanos()) {
                break;
            }
            if (!timeline.counts(i)) {
                continue;
            }
            int bin = Math.clamp((int) ((scale.shown(nanos) - from) / length * bins), 0, bins - 1);
            counts.computeIfAbsent(timeline.messageClass(i), _ -> new int[bins])[bin]++;
        }
        return new TimeHistogram(range, scale, bins, counts);
    }

    /// The first message at or after a moment; the size after the last.
    private static int firstFrom(Timeline timeline, long nanos) {
        int low = 0;
        int high = timeline.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (timeline.nanos(middle) < nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The range that was counted.
    TimeRange range() {
        return range;
    }

    /// How many slices there are.
    int bins() {
        return bins;
    }

    /// Messages of this class in this slice.
    int count(int bin, MessageClass messageClass) {
        int[] ofClass = counts.get(messageClass);
        return ofClass == null ? 0 : ofClass[bin];
    }

    /// All messages in this slice.
    int total(int bin) {
        return totals[bin];
    }

    /// The most messages in one slice.
    int highest() {
        return highest;
    }

    /// The height of a slice's bar, from 0 to 1: by the square root of its messages, so that beside
    /// one flood the hours of a week are still seen.
    double height(int bin) {
        return highest == 0 ? 0 : Math.sqrt((double) totals[bin] / highest);
    }

    /// The length of a slice in ns, unless a broken gap reaches into it.
    double binNanos() {
        return (double) scale.length(range) / bins;
    }

    /// When a slice begins, in ns since the epoch; `bins()` yields the end of the last one.
    long startOf(int bin) {
        return scale.nanos(scale.shown(range.fromNanos()) + Math.round(bin * binNanos()));
    }
}
