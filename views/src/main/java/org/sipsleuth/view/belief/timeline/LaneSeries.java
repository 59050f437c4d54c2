package org.sipsleuth.view.belief.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.data.Range;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.view.belief.state.ClassStyle;
import org.sipsleuth.view.belief.timeline.Lane.Stack;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.ui.TruthWords;

/// A lane as series of a chart: one for each class, and one for each class that is true. Times are
/// in ms since the epoch.
///
/// @param lane what is drawn
/// @param data the series
/// @param styles the CSS class of each series
/// @param extent all of the time
record LaneSeries(Lane lane, XYIntervalSeriesCollection data, List<String> styles, Range extent) {

    private static final double MILLI = 1e6;

    /// A stack has at least this share of all of the time, so that it has a width at all.
    private static final double LEAST_WIDTH = 0.0001;

    private static final double TRUTH_TOP = -0.04;
    private static final double TRUTH_BOTTOM = -0.14;

    LaneSeries {
        styles = List.copyOf(styles);
    }

    static LaneSeries of(Lane lane, Optional<TimeRange> time) {
        LaneSeries empty = new LaneSeries(lane, new XYIntervalSeriesCollection(), List.of(), extent(lane, time));
        List<String> styles = new ArrayList<>();
        for (TrafficClass each : TrafficClass.all()) {
            styles.add(ClassStyle.styleClass(each));
            empty.data.addSeries(empty.series(each));
        }
        styles.add("belief-contradiction");
        empty.data.addSeries(empty.contradictions());
        for (var each : org.sipsleuth.truth.TrafficClass.values()) {
            XYIntervalSeries series = new XYIntervalSeries("truth " + each, false, true);
            for (Stack stack : lane.stacks()) {
                if (stack.truth().filter(each::equals).isPresent()) {
                    empty.add(series, stack, TRUTH_BOTTOM, TRUTH_TOP);
                }
            }
            if (!series.isEmpty()) {
                styles.add(TruthWords.styleClass(each));
                empty.data.addSeries(series);
            }
        }
        return new LaneSeries(lane, empty.data, styles, empty.extent);
    }

    private static Range extent(Lane lane, Optional<TimeRange> time) {
        if (time.isPresent()) {
            return wide(time.get().fromNanos() / MILLI, time.get().toNanos() / MILLI);
        }
        if (lane.stacks().isEmpty()) {
            return new Range(0, 1);
        }
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        for (Stack stack : lane.stacks()) {
            from = Math.min(from, stack.period().fromNanos() / MILLI);
            to = Math.max(to, stack.period().toNanos() / MILLI);
        }
        return wide(from, to + (to - from) * LEAST_WIDTH);
    }

    private static Range wide(double from, double to) {
        return new Range(from, Math.max(to, from + 1));
    }

    private XYIntervalSeries series(TrafficClass trafficClass) {
        XYIntervalSeries series = new XYIntervalSeries(trafficClass.name(), false, true);
        for (Stack stack : lane.stacks()) {
            if (stack.belief().isContradiction()) {
                continue;
            }
            double below = 0;
            for (TrafficClass each : TrafficClass.all()) {
                if (each == trafficClass) {
                    break;
                }
                below += stack.belief().classes().get(each);
            }
            add(series, stack, below, below + stack.belief().classes().get(trafficClass));
        }
        return series;
    }

    private XYIntervalSeries contradictions() {
        XYIntervalSeries series = new XYIntervalSeries("contradiction", false, true);
        for (Stack stack : lane.stacks()) {
            if (stack.belief().isContradiction()) {
                add(series, stack, 0, 1);
            }
        }
        return series;
    }

    private void add(XYIntervalSeries series, Stack stack, double bottom, double top) {
        if (top > bottom) {
            double from = from(stack);
            double to = to(stack);
            series.add((from + to) / 2, from, to, top, bottom, top);
        }
    }

    /// Where a stack begins.
    double from(Stack stack) {
        return stack.period().fromNanos() / MILLI;
    }

    /// Where it ends.
    double to(Stack stack) {
        return Math.max(stack.period().toNanos() / MILLI, from(stack) + extent.getLength() * LEAST_WIDTH);
    }

    /// The lowest place of the chart: below it there is the truth, if there is one.
    double bottom() {
        return styles.size() > TrafficClass.all().size() + 1 ? TRUTH_BOTTOM : 0;
    }

    /// The last stack that covers a time.
    ///
    /// @param least the time that each stack covers at least, in ms
    Optional<Stack> at(double millis, double least) {
        Stack found = null;
        for (Stack stack : lane.stacks()) {
            if (from(stack) <= millis && millis <= Math.max(to(stack), from(stack) + least)) {
                found = stack;
            }
        }
        return Optional.ofNullable(found);
    }

    /// The stack that stands for a period, by its place.
    Stack nearest(int place) {
        Stack nearest = lane.stacks().getFirst();
        for (Stack stack : lane.stacks()) {
            if (Math.abs(stack.place() - place) < Math.abs(nearest.place() - place)) {
                nearest = stack;
            }
        }
        return nearest;
    }
}
