package org.sipsleuth.view.session.time;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.sipsleuth.view.session.Selection.TimeRange;

/// Time along an axis on which long gaps between captures are broken: they are drawn far shorter
/// than they are, so that files of different months can be read beside each other. What was captured
/// keeps its length. Immutable.
public final class TimeScale {

    /// No gap is broken.
    public static final TimeScale NONE = new TimeScale(List.of());

    /// A capture whose frames have one time is drawn this long, in ns.
    private static final long SHORTEST_CAPTURE = 1_000_000_000L;

    /// So many times as long as all captures may all gaps be before they are broken.
    private static final long MOST_GAPS = 3;

    /// A break has room for its length in words on a strip of 1,100 pixels.
    private static final double SHARE_OF_BREAK = 0.08;

    /// All breaks together leave most of the axis to what was captured.
    private static final double SHARE_OF_BREAKS = 0.4;

    /// A gap that is drawn shorter than it is.
    ///
    /// @param fromNanos when the captures before it end
    /// @param toNanos when those after it begin
    /// @param shownNanos how long it is drawn, in ns of the axis; at most its length
    public record Break(long fromNanos, long toNanos, long shownNanos) {

        /// How long it is, in ns.
        public long lengthNanos() {
            return toNanos - fromNanos;
        }

        private boolean contains(long nanos) {
            return fromNanos < nanos && nanos < toNanos;
        }
    }

    private final List<Break> breaks;

    /// How much the breaks before each one, and at the end all of them, take off the axis.
    private final long[] left;

    /// @param breaks the broken gaps in the order of time; they do not overlap
    public TimeScale(List<Break> breaks) {
        this.breaks = List.copyOf(breaks);
        left = new long[breaks.size() + 1];
        for (int i = 0; i < breaks.size(); i++) {
            left[i + 1] = left[i] + breaks.get(i).lengthNanos() - breaks.get(i).shownNanos();
        }
    }

    /// The scale of these captures. Where gaps would leave less than a quarter of the axis to them,
    /// those gaps are broken that are longer than a capture is on average.
    ///
    /// @param captured when each capture begins and ends, in any order
    public static TimeScale of(Collection<TimeRange> captured) {
        List<TimeRange> gaps = new ArrayList<>();
        long gapNanos = 0;
        long capturedNanos = 0;
        long end = Long.MIN_VALUE;
        for (TimeRange each : captured.stream().sorted(Comparator.comparingLong(TimeRange::fromNanos)).toList()) {
            boolean isApart = each.fromNanos() > end;
            if (isApart && end != Long.MIN_VALUE) {
                gaps.add(new TimeRange(end, each.fromNanos()));
                gapNanos += each.fromNanos() - end;
            }
            capturedNanos += Math.max(isApart ? SHORTEST_CAPTURE : 0, each.toNanos() - Math.max(end, each.fromNanos()));
            end = Math.max(end, each.toNanos());
        }
        if (gapNanos <= MOST_GAPS * capturedNanos) {
            return NONE;
        }
        long mean = capturedNanos / (gaps.size() + 1);
        List<TimeRange> broken = gaps.stream().filter(gap -> gap.toNanos() - gap.fromNanos() > mean).toList();
        double share = Math.min(SHARE_OF_BREAK, SHARE_OF_BREAKS / broken.size());
        long shown = Math.min(mean, Math.max(1, Math.round(capturedNanos * share)));
        return new TimeScale(broken.stream().map(gap -> new Break(gap.fromNanos(), gap.toNanos(), shown)).toList());
    }

    /// Where a moment is on the axis, in ns. Cost: log of the breaks.
    public long shown(long nanos) {
        int before = count(each -> breaks.get(each).fromNanos() < nanos);
        if (before == 0 || !breaks.get(before - 1).contains(nanos)) {
            return nanos - left[before];
        }
        Break in = breaks.get(before - 1);
        return in.fromNanos() - left[before - 1]
                + Math.round((double) (nanos - in.fromNanos()) / in.lengthNanos() * in.shownNanos());
    }

    /// Which moment is at a place on the axis. Cost: log of the breaks.
    public long nanos(long shown) {
        int before = count(each -> breaks.get(each).fromNanos() - left[each] < shown);
        if (before == 0) {
            return shown;
        }
        Break last = breaks.get(before - 1);
        long within = shown - (last.fromNanos() - left[before - 1]);
        return within >= last.shownNanos() ? shown + left[before]
                : last.fromNanos() + Math.round((double) within / last.shownNanos() * last.lengthNanos());
    }

    /// How many breaks come before a place: they are in order.
    private int count(IntPredicate isBefore) {
        int low = 0;
        int high = breaks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBefore.test(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The broken gaps in the order of time.
    public List<Break> breaks() {
        return breaks;
    }

    /// How long a range is on the axis, in ns.
    public long length(TimeRange range) {
        return shown(range.toNanos()) - shown(range.fromNanos());
    }

    /// Where a moment is in a range: 0 at its begin, 1 at its end.
    public double share(long nanos, TimeRange range) {
        return (double) (shown(nanos) - shown(range.fromNanos())) / length(range);
    }

    /// The broken gap that a moment lies in.
    public Optional<Break> at(long nanos) {
        return breaks.stream().filter(each -> each.contains(nanos)).findFirst();
    }

    /// The broken gaps of which something is in a range.
    public List<Break> in(TimeRange range) {
        return breaks.stream()
                .filter(each -> each.fromNanos() < range.toNanos() && each.toNanos() > range.fromNanos())
                .toList();
    }

    /// The parts of a range before, between and after its broken gaps.
    public List<TimeRange> parts(TimeRange range) {
        List<TimeRange> parts = new ArrayList<>();
        long from = range.fromNanos();
        for (Break each : in(range)) {
            if (each.fromNanos() > from) {
                parts.add(new TimeRange(from, each.fromNanos()));
            }
            from = Math.max(from, each.toNanos());
        }
        if (from <= range.toNanos()) {
            parts.add(new TimeRange(from, range.toNanos()));
        }
        return parts;
    }
}
