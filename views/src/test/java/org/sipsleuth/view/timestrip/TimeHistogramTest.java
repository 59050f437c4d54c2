package org.sipsleuth.view.timestrip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.run.StoppedRun;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.session.time.TimeScale;
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
        return TimeHistogram.of(line, range, TimeScale.NONE, bins, RunMonitor.NONE);
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
    void aBrokenGapNeedsFewSlices() {
        TimeScale scale = new TimeScale(List.of(new TimeScale.Break(100, 1_000_100, 20)));
        TimeHistogram.Timeline line = new Halves();
        TimeHistogram counted = TimeHistogram.of(line, new TimeRange(0, 1_000_200), scale, 11, RunMonitor.NONE);
        int[] totals = IntStream.range(0, counted.bins()).map(counted::total).toArray();
        assertEquals(200, Arrays.stream(totals).sum());
        assertEquals(0, totals[5], Arrays.toString(totals));
        assertTrue(IntStream.of(0, 1, 2, 3, 4, 6, 7, 8, 9, 10).allMatch(bin -> totals[bin] >= 19),
                Arrays.toString(totals));
        assertEquals(20, counted.binNanos());
        assertEquals(1_000_120, counted.startOf(7));
    }

    /// A message every ns in two parts of 100 ns that are far apart.
    private record Halves() implements TimeHistogram.Timeline {
        @Override
        public int size() {
            return 200;
        }

        @Override
        public long nanos(int message) {
            return message < 100 ? message : 1_000_000 + message + 1;
        }

        @Override
        public MessageClass messageClass(int message) {
            return MessageClass.REQUEST;
        }
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
        assertThrows(CancellationException.class, () -> TimeHistogram.of(new Steady(1_000_000, 0),
                new TimeRange(0, 999_999), TimeScale.NONE, 10, cancelled));
    }
}
