package org.sipsleuth.app.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.sipsleuth.app.memory.MemoryPressure.Sample;

class MemoryPressureTest {

    private static final long MOST = 1_000;
    private static final long STEP = MemoryPressure.WINDOW_NANOS / 10;

    /// After how many samples the memory is found not to be enough; -1 if never.
    private static int exhaustedAfter(double collectingShare, long usedBytes) {
        MemoryPressure pressure = new MemoryPressure();
        for (int i = 0; i < 1_000; i++) {
            long collecting = (long) (i * STEP * collectingShare);
            if (pressure.isExhausted(new Sample(i * STEP, collecting, usedBytes, MOST))) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void nothingButCollectingForTheWholeWindowIsTheEnd() {
        assertEquals(10, exhaustedAfter(0.95, 990));
        assertEquals(10, exhaustedAfter(0.85, 700));
    }

    @Test
    void collectingForHalfOfTheTimeIsNot() {
        assertEquals(-1, exhaustedAfter(0.5, 990));
    }

    @Test
    void muchGarbageInEnoughMemoryIsNot() {
        assertEquals(-1, exhaustedAfter(0.95, 300));
    }

    @Test
    void oneLongCollectionIsNot() {
        MemoryPressure pressure = new MemoryPressure();
        long collecting = 0;
        for (int i = 0; i < 100; i++) {
            collecting += i == 50 ? 5 * STEP : 0;
            assertFalse(pressure.isExhausted(new Sample(i * STEP, collecting, 990, MOST)));
        }
    }

    @Test
    void pressureThatBeginsLateIsSeenWithinAWindow() {
        MemoryPressure pressure = new MemoryPressure();
        int seen = -1;
        long collecting = 0;
        for (int i = 0; i < 100 && seen < 0; i++) {
            collecting += i > 50 ? STEP : 0;
            seen = pressure.isExhausted(new Sample(i * STEP, collecting, 990, MOST)) ? i : -1;
        }
        assertEquals(58, seen); // 8 of 10 steps were nothing else
    }
}
