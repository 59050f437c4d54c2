package org.sipsleuth.belief.period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.belief.BeliefCapture;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.belief.detection.BeliefMethod;
import org.sipsleuth.belief.detection.ScoredPeriods;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// A flood of source addresses: each is a line of its own, and none leaves anything to the next.
final class ManySourcesTest {

    private static final int SOURCES = 20_000;

    @TempDir Path folder;

    @Test
    void eachSourceHasAPeriodOfItsOwnThatKnowsNothingOfOthers() throws Exception {
        BeliefCapture capture = new BeliefCapture();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < SOURCES; i++) {
                String host = "10.0.%d.%d".formatted(i >> 8, i & 0xff);
                capture.source(host).callId(i + "@x").cseq(round + 1).talk("REGISTER 401:REGISTER");
            }
            capture.after(2);
        }
        SipIndex index = capture.read(folder);
        BeliefModel model = BeliefModel.open(new BeliefMethod().shipped());
        ScoredPeriods scored = ScoredPeriods.of(index, model, RunMonitor.NONE);
        assertEquals(SOURCES, scored.periods().events().sourceCount());
        assertEquals(SOURCES, scored.size());
        Set<Observation> observations = new HashSet<>();
        for (Period period : scored.periods().all()) {
            observations.add(period.observation());
        }
        assertEquals(1, observations.size(), "all did the same");
        assertTrue(observations.stream().allMatch(each -> each.messages() == 4));
    }
}
