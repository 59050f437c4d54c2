package org.sipsleuth.view.timestrip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.run.StoppedRun;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.ui.MessageClass;

class TimeHistogramTest {

    /// A message every ns from `from` on; every tenth is a request, the others are provisional.
    private record Steady(int size, long from) implements TimeHistogram.Timeline {
        @Override
        public long nanos(int message) {
            return from + message;
        }

        @Override
        public MessageClass messageClass(int message) {
            return message % 10 == 0 ? MessageClass.REQUEST : MessageClass.PROVISIONAL;
        }
    }

    private static TimeHistogram histogram(TimeHistogram.Timeline line, TimeRange range, int bins) {
        return TimeHistogram.of(line, range, bins, RunMonitor.NONE);
    }

    @Test
    void countsEveryMessageOnceByClass() {
        TimeHistogram counted = histogram(new Steady(1_000_000, 5), new TimeRange(5, 1_000_004), 100);
        long requests = 0;
        long all = 0;
        for (int bin = 0; bin < counted.bins(); bin++) {
            requests += counted.count(bin, MessageClass.REQUEST);
            all += counted.total(bin);
        }
        assertEquals(100_000, requests);
        assertEquals(1_000_000, all);
    }

    @Test
    void countsOnlyTheRangeWithBothItsEnds() {
        TimeHistogram counted = histogram(new Steady(1000, 0), new TimeRange(100, 109), 2);
        assertEquals(10, counted.total(0) + counted.total(1));
        assertEquals(5, counted.highest());
    }

    @Test
    void aLaterMessageThanTheLastSliceBeginsBelongsToIt() {
        TimeHistogram counted = histogram(new Steady(2, 10), new TimeRange(10, 11), 4);
        assertEquals(1, counted.total(0));
        assertEquals(1, counted.total(3));
    }

    @Test
    void aRangeWithoutLengthIsCounted() {
        TimeHistogram counted = histogram(new Steady(3, 7), new TimeRange(8, 8), 3);
        assertEquals(1, counted.total(0));
    }

    /// A message an hour for a week, and a flood of 10,000 in one of the hours.
    private record WeekWithFlood() implements TimeHistogram.Timeline {
        private static final int HOURS = 7 * 24;
        private static final int FLOOD_AT = 100;
        private static final int FLOOD = 10_000;

        @Override
        public int size() {
            return HOURS + FLOOD;
        }

        @Override
        public long nanos(int message) {
            return message <= FLOOD_AT ? message : Math.max(FLOOD_AT, message - (long) FLOOD);
        }

        @Override
        public MessageClass messageClass(int message) {
            return MessageClass.REQUEST;
        }
    }

    /// By its root, a bar that is a thousandth of the tallest still is 3 % of its height.
    @Test
    void oneFloodDoesNotFlattenAWeek() {
        int hours = WeekWithFlood.HOURS;
        TimeHistogram counted = histogram(new WeekWithFlood(), new TimeRange(0, hours - 1), hours);
        assertEquals(10_001, counted.highest());
        assertEquals(1, counted.height(WeekWithFlood.FLOOD_AT));
        assertEquals(Math.sqrt(1 / 10_001.0), counted.height(3), 1e-12);
        TimeHistogram even = histogram(new Steady(1000, 0), new TimeRange(0, 999), 10);
        for (int bin = 0; bin < even.bins(); bin++) {
            assertEquals(1, even.height(bin));
        }
        TimeHistogram none = histogram(new Steady(0, 0), new TimeRange(0, 9), 3);
        assertEquals(0, none.height(1));
    }

    @Test
    void stopsWhenAsked() {
        RunMonitor cancelled = new StoppedRun();
        assertThrows(CancellationException.class,
                () -> TimeHistogram.of(new Steady(1_000_000, 0), new TimeRange(0, 999_999), 10, cancelled));
    }
}
