package org.sipsleuth.view.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.session.TimeAxis.Tick;

class TimeAxisTest {

    private static final long SECOND = 1_000_000_000L;

    private static long at(String instant) {
        return Instant.parse(instant).getEpochSecond() * SECOND;
    }

    @Test
    void ticksStandAtRoundMoments() {
        TimeRange hour = new TimeRange(at("2026-03-01T14:02:31Z"), at("2026-03-01T15:02:31Z"));
        List<String> labels = TimeAxis.ticks(hour, 6).stream().map(Tick::label).toList();
        assertEquals(List.of("14:10", "14:20", "14:30", "14:40", "14:50", "15:00"), labels);
    }

    @Test
    void midnightNamesTheDayThatBegins() {
        TimeRange night = new TimeRange(at("2026-03-01T21:00:00Z"), at("2026-03-02T04:00:00Z"));
        List<String> labels = TimeAxis.ticks(night, 3).stream().map(Tick::label).toList();
        assertEquals(List.of("21:00", "2 Mar", "03:00"), labels);
    }

    @Test
    void daysBeginAtMidnight() {
        TimeRange days = new TimeRange(at("2026-01-01T12:00:00Z"), at("2026-01-04T12:00:00Z"));
        Tick first = TimeAxis.ticks(days, 4).getFirst();
        assertEquals("2 Jan 2026", first.label());
        assertEquals(at("2026-01-02T00:00:00Z"), first.nanos());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 10, 999, 1_000_000, 3 * SECOND, 86_400 * SECOND, 9_000_000_000L * SECOND})
    void noMoreTicksThanThereIsRoomFor(long span) {
        List<Tick> ticks = TimeAxis.ticks(new TimeRange(17, 17 + span), 8);
        assertTrue(ticks.size() <= 9, () -> ticks.toString());
    }
}
