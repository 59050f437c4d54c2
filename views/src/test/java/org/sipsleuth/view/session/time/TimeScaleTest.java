package org.sipsleuth.view.session.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.session.SelectionModel;

/// Gaps that are far longer than what was captured, on the axis and under the brush.
class TimeScaleTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;
    private static final TimeRange SPRING = new TimeRange(0, 100 * SECOND);
    private static final TimeRange SUMMER = new TimeRange(90 * DAY, 90 * DAY + 60 * SECOND);
    private static final TimeRange WHOLE = new TimeRange(SPRING.fromNanos(), SUMMER.toNanos());

    private final TimeScale scale = TimeScale.of(List.of(SUMMER, SPRING));

    @Test
    void filesThatLieMonthsApartShareTheAxis() {
        assertEquals(1, scale.breaks().size());
        assertEquals(90 * DAY - 100 * SECOND, scale.breaks().getFirst().lengthNanos());
        assertEquals(100 * SECOND, scale.length(SPRING));
        assertEquals(60 * SECOND, scale.length(SUMMER));
        assertTrue(scale.share(SPRING.toNanos(), WHOLE) > 0.55, "" + scale.share(SPRING.toNanos(), WHOLE));
        assertTrue(scale.share(SUMMER.fromNanos(), WHOLE) < 0.66, "" + scale.share(SUMMER.fromNanos(), WHOLE));
        assertEquals(List.of(SPRING, SUMMER), scale.parts(WHOLE));
        assertEquals(Optional.of(scale.breaks().getFirst()), scale.at(30 * DAY));
        assertEquals(Optional.empty(), scale.at(SPRING.toNanos()));
    }

    @Test
    void everyMomentIsFoundAgain() {
        for (long at : new long[]{0, 1, 99 * SECOND, 100 * SECOND, 90 * DAY, 90 * DAY + 1, WHOLE.toNanos()}) {
            assertEquals(at, scale.nanos(scale.shown(at)));
        }
        long before = Long.MIN_VALUE;
        for (long at = 0; at < 91 * DAY; at += DAY / 2) {
            assertTrue(scale.shown(at) > before, "in order at " + at);
            assertTrue(Math.abs(at - scale.nanos(scale.shown(at))) < DAY / 1000, "found again: " + at);
            before = scale.shown(at);
        }
    }

    @Test
    void shortAndOverlappingGapsStay() {
        assertEquals(TimeScale.NONE, TimeScale.of(List.of()));
        assertEquals(TimeScale.NONE, TimeScale.of(List.of(SPRING)));
        assertEquals(TimeScale.NONE, TimeScale.of(List.of(SPRING, SPRING)));
        TimeRange soon = new TimeRange(150 * SECOND, 250 * SECOND);
        assertEquals(TimeScale.NONE, TimeScale.of(List.of(SPRING, soon)));
        assertEquals(1, TimeScale.of(List.of(SPRING, soon, SUMMER)).breaks().size(), "the long one only");
    }

    @Test
    void manyDailyFilesAreReadable() {
        List<TimeRange> hours =
                LongStream.range(0, 60).mapToObj(day -> new TimeRange(day * DAY, day * DAY + 3600 * SECOND)).toList();
        TimeScale days = TimeScale.of(hours);
        assertEquals(59, days.breaks().size());
        TimeRange all = new TimeRange(0, hours.getLast().toNanos());
        assertTrue(days.length(all) <= 60 * 3600 * SECOND * 1.41, "the gaps take the lesser part");
        for (TimeRange hour : hours) {
            assertEquals(3600 * SECOND, days.length(hour));
            for (long at : new long[]{hour.fromNanos(), hour.fromNanos() + SECOND, hour.toNanos()}) {
                assertEquals(at, days.nanos(days.shown(at)));
            }
        }
    }

    @Test
    void theBrushAndTheZoomAreOnTheAxis() {
        SelectionModel selection = new SelectionModel();
        TimeSight sight = new TimeSight(selection);
        sight.show(WHOLE.fromNanos(), WHOLE.toNanos(), scale);
        sight.beginBrush(95 * SECOND, SECOND);
        sight.brushTo(90 * DAY + 5 * SECOND);
        sight.endBrush();
        assertEquals(Optional.of(new TimeRange(95 * SECOND, 90 * DAY + 5 * SECOND)), selection.get().time());
        assertTrue(sight.isAtEdge(96 * SECOND, SECOND));
        sight.zoom(0.5, 0);
        TimeRange left = sight.windowProperty().get().orElseThrow();
        assertEquals(0, left.fromNanos());
        assertTrue(left.toNanos() < 100 * SECOND, "half of the axis, not of the time: " + left);
        sight.moveWindow(100 * DAY);
        TimeRange right = sight.windowProperty().get().orElseThrow();
        assertEquals(WHOLE.toNanos(), right.toNanos());
        assertTrue(Math.abs(scale.length(left) - scale.length(right)) <= 2, left + " and " + right);
        sight.zoom(4, right.toNanos());
        assertEquals(Optional.of(WHOLE), sight.windowProperty().get());
        sight.moveCursor(99 * SECOND, false);
        sight.moveCursor(scale.breaks().getFirst().shownNanos() + 2 * SECOND, false);
        assertEquals(90 * DAY + SECOND, sight.cursorProperty().get().orElseThrow(), "the cursor steps over the gap");
        sight.lookAt(new TimeRange(90 * DAY + 10 * SECOND, 90 * DAY + 12 * SECOND));
        assertEquals(new TimeRange(90 * DAY + 4 * SECOND, 90 * DAY + 18 * SECOND),
                sight.windowProperty().get().orElseThrow());
    }
}
