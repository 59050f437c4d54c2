package org.sipsleuth.edge.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.edge.traffic.MessageClass.LEGITIMATE;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long BEGIN = 1_700_000_000L * SECOND;

    private static double most(Timeline timeline) {
        return IntStream.range(0, timeline.size())
                .mapToDouble(interval -> timeline.droppedPerSecond(interval, LEGITIMATE))
                .max()
                .orElseThrow();
    }

    /// The intervals of a short capture last milliseconds.
    @ParameterizedTest
    @ValueSource(longs = {1, 1_000_000, SECOND, 90 * SECOND, 86_400 * SECOND})
    void oneMessageIsAtMostOnePerSecond(long length) {
        for (long at : new long[]{0, length / 2, length}) {
            Timeline timeline = new Timeline(BEGIN, BEGIN + length);
            timeline.dropped(BEGIN + at, LEGITIMATE);
            double most = most(timeline);
            assertTrue(most > 0 && most <= 1, length + " ns, at " + at + ": " + most);
        }
    }

    @Test
    void tenInASecondAreTenPerSecond() {
        Timeline timeline = new Timeline(BEGIN, BEGIN + 30 * SECOND);
        for (int i = 0; i < 10; i++) {
            timeline.dropped(BEGIN + 10 * SECOND + i * SECOND / 11, LEGITIMATE);
        }
        assertEquals(10, most(timeline), 0.2);
    }
}
