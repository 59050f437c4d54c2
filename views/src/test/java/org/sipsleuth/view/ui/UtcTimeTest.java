package org.sipsleuth.view.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class UtcTimeTest {

    private static final long MOMENT = 1_795_168_800_012_345_678L;

    @Test
    void momentsAreReportedInUtc() {
        assertEquals("10:00:00.012", UtcTime.clock(MOMENT));
        assertEquals("10:00:00.012345", UtcTime.preciseClock(MOMENT));
        assertEquals("2026-11-20 10:00:00.012", UtcTime.dateAndClock(MOMENT));
        assertEquals("2026-11-20 10:00:00.012345678 UTC", UtcTime.full(MOMENT));
        assertEquals("23:59:59.999", UtcTime.clock(-1));
    }

    @Test
    void spansAreReportedInSeconds() {
        assertEquals("12.346", UtcTime.seconds(12_345_678_901L, 3));
        assertEquals("-0.000001", UtcTime.seconds(-1_000, 6));
    }

    @Test
    void daysEndAtMidnightInUtc() {
        assertTrue(UtcTime.sameDay(MOMENT, MOMENT + 1_000_000_000L));
        assertFalse(UtcTime.sameDay(MOMENT, MOMENT + 50_400_000_000_000L));
    }
}
