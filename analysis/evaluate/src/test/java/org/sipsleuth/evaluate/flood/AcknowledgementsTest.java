package org.sipsleuth.evaluate.flood;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sipsleuth.run.RunMonitor;

final class AcknowledgementsTest {

    private static FloodCapture capture;

    @BeforeAll
    static void play() throws IOException {
        FloodTraffic traffic = new FloodTraffic("short", false, true,
                Map.of("episodes", "3", "episode-seconds", "6", "normal-before", "60", "rate", "M"));
        capture = FloodCapture.of(traffic, 7, FloodSet.STEP, RunMonitor.NONE);
    }

    @Test
    void missingAcksShowTwoSecondsAfterAWindow() {
        double[] scores = WindowScorer.ofOverdue(Duration.ofSeconds(2)).scores(capture);
        int malicious = 0;
        for (int window = 0; window < capture.size(); window++) {
            boolean isFlagged = scores[window] >= 0.2;
            assertEquals(capture.isMalicious(window), isFlagged, "window " + window);
            malicious += isFlagged ? 1 : 0;
        }
        assertTrue(malicious > 100 && malicious < capture.size() - 100, "malicious: " + malicious);
    }

    @Test
    void whatIsNotAnsweredYetIsNotOverdue() {
        for (int window = 0; window < capture.size(); window++) {
            assertEquals(0, capture.acknowledgements().overdue(window, capture.fromNanos()[window]),
                    "window " + window);
        }
    }

    @Test
    void callersAcknowledgeWithinATenthOfASecond() {
        List<Long> delays = capture.acknowledgements().delays();
        assertTrue(delays.size() > 500, "ACKs: " + delays.size());
        assertTrue(delays.stream().allMatch(nanos -> nanos > 0 && nanos < 100_000_000));
    }

    @Test
    void aLargerStepHasTheSameAttempts() {
        FloodCapture every = capture.every(5);
        for (int window = 0; window < every.size(); window++) {
            long later = every.toNanos()[window] + 1_000_000_000L;
            assertEquals(capture.acknowledgements().overdue(window * 5, later),
                    every.acknowledgements().overdue(window, later));
        }
    }
}
