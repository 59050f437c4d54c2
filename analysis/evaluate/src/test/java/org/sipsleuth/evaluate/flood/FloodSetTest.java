package org.sipsleuth.evaluate.flood;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.sipsleuth.evaluation.PlayedSeeds;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

final class FloodSetTest {

    private static final Map<String, String> SHORT =
            Map.of("episodes", "6", "episode-seconds", "6", "normal-before", "60", "rate", "M", "nat", "0.2");

    private static FloodCapture dataset(int number, boolean isInvented, boolean goesOn) throws IOException {
        FloodTraffic traffic = new FloodTraffic("short", isInvented, goesOn, SHORT);
        return FloodCapture.of(traffic.dataset(number), 7, FloodSet.STEP, RunMonitor.NONE);
    }

    private static void assertEqualWindows(boolean isInvented, boolean goesOn) throws IOException {
        FloodCapture first = dataset(1, isInvented, goesOn);
        FloodCapture second = dataset(2, isInvented, goesOn);
        assertTrue(first.size() > 200, () -> "windows: " + first.size());
        assertArrayEquals(first.starts(), second.starts());
        assertArrayEquals(first.patterns(), second.patterns());
        assertArrayEquals(first.inputs(), second.inputs(), 0);
        assertArrayEquals(first.unacknowledged(), second.unacknowledged(), 0);
    }

    /// The datasets of Table 1 differ by addresses alone, which no input has: whatever scores the
    /// windows, the results are equal.
    @Test
    void datasetsOneAndTwoHaveTheSameWindowsToTheBit() throws IOException {
        assertEqualWindows(true, false);
        assertEqualWindows(false, true);
    }

    @Test
    void hasAsManyWindowsOfBothKindsAsWanted() throws IOException {
        FloodTraffic traffic = new FloodTraffic("short", true, false, SHORT);
        FloodSet set = FloodSet.simulated(traffic, new PlayedSeeds(PlayedSeeds.Purpose.TEST, 7, 50), 100, 80, 2,
                RunMonitor.NONE, _ -> {});
        assertEquals(100, set.countOf(false));
        assertEquals(80, set.countOf(true));
        assertEquals(180, set.labelled().size());
        assertEquals(80, set.labelled().maliciousCount());
        assertEquals(90, set.part(0.5).size());
    }

    @Test
    void stopsWhenItIsCancelled() {
        RunMonitor cancelled = new RunMonitor() {
            @Override
            public void progress(Progress progress) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> FloodCapture.of(FloodTraffic.PAPER, 7, 2, cancelled));
    }
}
