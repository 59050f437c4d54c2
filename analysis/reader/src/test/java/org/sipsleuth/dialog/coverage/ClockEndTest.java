package org.sipsleuth.dialog.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ClockEndTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long HOUR = 3_600 * SECOND;
    private static final long YEAR = 365 * 24 * HOUR;

    private static long end(long... times) {
        ClockEnd end = new ClockEnd();
        for (long time : times) {
            end.add(time);
        }
        return end.nanos();
    }

    @Test
    void theLatestTimeIsTheEnd() {
        assertEquals(9 * SECOND, end(SECOND, 9 * SECOND, 8 * SECOND));
        assertEquals(9 * SECOND, end(9 * SECOND, SECOND), "a little out of order");
        assertEquals(-5, end(-5, -9));
    }

    @Test
    void aTimeThatTheNextFramesContradictIsNot() {
        assertEquals(3 * SECOND, end(SECOND, 2 * HOUR, 2 * SECOND, 3 * SECOND));
        assertEquals(3 * SECOND, end(SECOND, 2 * YEAR, 2 * SECOND, 3 * SECOND));
        assertEquals(3 * SECOND, end(9 * YEAR, SECOND, 3 * SECOND), "the first frame");
        assertEquals(HOUR, end(SECOND, HOUR, 2 * SECOND), "within an hour frames are out of order");
    }

    @Test
    void aSingleFrameYearsAfterTheLastIsNot() {
        assertEquals(SECOND, end(0, SECOND, 2 * YEAR));
        assertEquals(20 * HOUR, end(0, SECOND, 20 * HOUR), "a quiet day");
        assertEquals(2 * YEAR + SECOND, end(0, SECOND, 2 * YEAR, 2 * YEAR + SECOND), "two frames are a clock");
    }

    @Test
    void timesThatAreFurtherApartThanANumberHoldsAreNoEnd() {
        assertEquals(Long.MIN_VALUE, end(Long.MIN_VALUE, Long.MAX_VALUE));
        assertEquals(Long.MIN_VALUE + 1, end(Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1));
    }
}
