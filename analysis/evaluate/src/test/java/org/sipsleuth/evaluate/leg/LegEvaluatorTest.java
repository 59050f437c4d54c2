package org.sipsleuth.evaluate.leg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sipsleuth.run.RunMonitor;

/// Holds a lower bound of what docs/LEGS.md tells, on small captures.
class LegEvaluatorTest {

    private static final long SEED = 177;

    @Test
    void legsThatShareAHeaderAreAllFound() throws IOException {
        for (String shared : new String[]{"x-call-id", "session-id", "charging-vector"}) {
            LegTrial trial = trial(Map.of("shared", shared));
            assertEquals(1, trial.precision(), shared);
            assertEquals(1, trial.recall(), shared);
        }
    }

    @Test
    void legsThatShareNoneAreNearlyAllFound() throws IOException {
        LegTrial trial = trial(Map.of("delay", "50", "calls-per-minute", "600"));
        assertTrue(trial.precision() >= 0.99, "precision " + trial.precision());
        assertTrue(trial.recall() >= 0.99, "recall " + trial.recall());
    }

    @Test
    void callsOfOneCallerToOneNumberAreMostlyDistinguished() throws IOException {
        LegTrial trial = trial(Map.of("delay", "50", "calls-per-minute", "600", "numbers", "1", "callers", "1"));
        assertTrue(trial.precision() >= 0.93, "precision " + trial.precision());
        assertTrue(trial.recall() >= 0.9, "recall " + trial.recall());
        long sure = trial.links().stream().filter(link -> link.confidence() >= 0.9).count();
        long right = trial.links().stream().filter(link -> link.confidence() >= 0.9 && link.isRight()).count();
        assertTrue(right >= 0.95 * sure, right + " of " + sure);
    }

    @Test
    void anOfficeWithoutB2buaHasNone() throws IOException {
        LegCase office = new LegCase("office", "normal", Map.of("hours", "1", "calls-per-hour", "300"));
        LegTrial trial = LegTrial.of(office, SEED, RunMonitor.NONE);
        assertTrue(trial.dialogs() > 100);
        assertEquals(0, trial.wrong());
    }

    private static LegTrial trial(Map<String, String> more) throws IOException {
        Map<String, String> settings =
                new HashMap<>(Map.of("shared", "none", "legs", "3", "media", "own", "calls", "150"));
        settings.putAll(more);
        return LegTrial.of(new LegCase("small", "handover", settings), SEED, RunMonitor.NONE);
    }
}
