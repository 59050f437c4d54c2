package org.sipsleuth.evaluate.flood;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sipsleuth.evaluate.flood.FloodTraffic.World;
import org.sipsleuth.run.RunMonitor;

final class FloodAlarmsTest {

    private static FloodCapture capture(World world) throws IOException {
        FloodTraffic traffic = new FloodTraffic("short", false, true, Map.of("episodes", "2", "episode-seconds", "20",
                "normal-before", "60", "rate", "L", "behaviour", "very-high", "pattern", "b"));
        return FloodCapture.of(traffic.in(world), 7, FloodSet.STEP, RunMonitor.NONE);
    }

    @Test
    void theRuleKnowsEachFloodASecondOrTwoAfterItsFirstInvite() throws IOException {
        for (World world : World.values()) {
            FloodAlarms alarms = FloodAlarms.ofRule(capture(world));
            assertEquals(2, alarms.delays().size());
            assertEquals(world == World.CLOSED ? 1 : 2, alarms.inTime(), world + ": " + alarms); // by 0.07 s
            assertEquals(0, alarms.isFalse());
            assertTrue(alarms.delays().stream().allMatch(delay -> delay >= 1 && delay < 3), alarms::toString);
            assertEquals(world == World.CLOSED ? 1.4 : 5, FloodAlarms.limit(List.of(alarms)), 0.8);
        }
    }

    @Test
    void alarmsWithoutAFloodAreCountedOnceIn20Seconds() throws IOException {
        FloodCapture capture = capture(World.CLOSED);
        double[] scores = new double[capture.size()];
        FloodAlarms none = FloodAlarms.of(capture, scores, 1);
        assertEquals(0, none.inTime());
        assertEquals(0, none.isFalse());
        scores[0] = 1;
        scores[2] = 1;
        assertEquals(1, FloodAlarms.of(capture, scores, 1).isFalse());
        Arrays.fill(scores, 1);
        FloodAlarms all = FloodAlarms.of(capture, scores, 1);
        assertEquals(2, all.inTime());
        assertEquals(1, all.isFalse(), "the calls between the floods are within 20 s of those before");
    }

    @Test
    void aServerLosesNoMoreCallsTheSoonerAFloodIsKnown() throws IOException {
        FloodTraffic traffic =
                new FloodTraffic("fast", false, true, Map.of("episodes", "1", "episode-seconds", "8", "normal-before",
                        "30", "normal-per-second", "10", "rate", "VH", "behaviour", "very-high", "pattern", "b"));
        FloodCapture capture = FloodCapture.replayed(traffic, 7, FloodSet.STEP, RunMonitor.NONE);
        double never = FloodAlarms.lostAFlood(List.of(FloodAlarms.ofNobody(capture)));
        double known = FloodAlarms.lostAFlood(List.of(FloodAlarms.ofRule(capture)));
        assertTrue(never > 0, "lost in the whole flood: " + never);
        assertTrue(known <= never, known + " of " + never);
        assertEquals(0, FloodAlarms.lostAFlood(List.of(FloodAlarms.ofNobody(capture(World.CLOSED)))), "not replayed");
    }

    @Test
    void wrongWindowsOfTheRuleAreFew() throws IOException {
        FloodCapture capture = capture(World.OPEN);
        double[] scores = WindowScorer.ofRule().scores(capture);
        long wrong = 0;
        for (int window = 0; window < capture.size(); window++) {
            wrong += capture.isMalicious(window) == scores[window] > 0.5 ? 0 : 1;
        }
        assertTrue(wrong <= 0.02 * capture.size(), wrong + " of " + capture.size());
    }
}
