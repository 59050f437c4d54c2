package org.sipsleuth.view.timestrip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.time.TimeScale;
import org.sipsleuth.view.session.time.TimeSight;
import org.sipsleuth.view.ui.MessageClass;

class StripTextTest {

    private static final long HOUR = 3_600_000_000_000L;
    private static final long START = Instant.parse("2026-11-20T10:00:00Z").getEpochSecond() * 1_000_000_000L;

    /// A request every hour.
    private record Hourly(int size) implements TimeHistogram.Timeline {
        @Override
        public long nanos(int message) {
            return START + message * HOUR;
        }

        @Override
        public MessageClass messageClass(int message) {
            return MessageClass.REQUEST;
        }
    }

    private static String tooltip(int hours, int bin) {
        TimeSight model = new TimeSight(new SelectionModel());
        model.show(START, START + hours * HOUR);
        TimeHistogram histogram = TimeHistogram.of(new Hourly(hours + 1), new TimeRange(START, START + hours * HOUR),
                TimeScale.NONE, hours, RunMonitor.NONE);
        return StripText.bin(histogram, bin, model.spansDays());
    }

    @Test
    void aBarHasItsDateWhereTheCaptureSpansDays() {
        assertTrue(tooltip(24, 20).startsWith("2026-11-21 06:00:00.000, "), tooltip(24, 20));
        assertTrue(tooltip(12, 2).startsWith("12:00:00.000, "), tooltip(12, 2));
    }

    @Test
    void aWindowWithinOneDayOfALongCaptureKeepsTheDates() {
        TimeSight model = new TimeSight(new SelectionModel());
        model.show(START, START + 48 * HOUR);
        assertTrue(model.spansDays());
        model.zoom(0.01, START);
        assertTrue(model.isZoomed());
        assertTrue(model.spansDays());
        model.show(START, START + HOUR);
        assertFalse(model.spansDays());
        assertEquals(START, model.windowProperty().get().orElseThrow().fromNanos());
    }
}
