package org.sipsleuth.evaluate.flood;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sipsleuth.evaluate.flood.FloodVerdicts.Choice;
import org.sipsleuth.evaluation.PlayedSeeds;
import org.sipsleuth.flood.input.Input;
import org.sipsleuth.run.RunMonitor;

final class FloodVerdictsTest {

    private static FloodSet set;

    private static final WindowScorer TRUTH = WindowScorer.ofTruth();

    @BeforeAll
    static void play() throws IOException {
        FloodTraffic traffic = new FloodTraffic("short", false, false, Map.of("episodes", "6", "episode-seconds", "12",
                "normal-before", "300", "pattern", "b", "behaviour", "very-high", "rate", "H"));
        set = FloodSet.simulated(traffic, new PlayedSeeds(PlayedSeeds.Purpose.TEST, 7, 50), 300, 300, 2,
                RunMonitor.NONE, _ -> {});
    }

    @Test
    void truthAsScoreIsWithoutErrorAndMeetsTheFloodsTimes() {
        FloodVerdicts all = FloodVerdicts.of(set, TRUTH, 2);
        WindowCounts counts = all.counts(Choice.ALL);
        assertEquals(new WindowCounts(300, 0, 300, 0), counts);
        assertEquals(1, counts.precision());
        assertEquals(1, counts.iou());
        FloodVerdicts.Intervals floods = all.intervals();
        assertEquals(6, floods.floods());
        assertEquals(1, floods.found());
        assertEquals(0.03, floods.medianDelay(), 0.03); // the second INVITE at 100 per second
        assertEquals(0.85, floods.iou(), 0.1); // windows reach into the time before and after
        assertEquals(0, all.wrongAtBoundary());
        assertEquals(2, FloodVerdicts.threshold(set, TRUTH, Choice.ALL), 0.51);
    }

    @Test
    void nothingFlaggedFindsNoFlood() {
        FloodVerdicts none = FloodVerdicts.of(set, TRUTH, 11);
        assertEquals(new WindowCounts(0, 0, 300, 300), none.counts(Choice.ALL));
        assertEquals(0, none.intervals().found());
        assertEquals(0, none.intervals().iou());
    }

    @Test
    void countsOfPatternsAddUp() {
        FloodVerdicts every = FloodVerdicts.of(set, TRUTH, 0);
        long wrong = 0;
        for (int pattern = 0; pattern < 1 << 10; pattern++) {
            wrong += every.wrong(pattern);
        }
        assertEquals(every.counts(Choice.ALL).wrong(), wrong);
        assertEquals(300, wrong);
    }

    /// A flood of 100 a second against 10: the mean gap alone is nearly enough.
    @Test
    void meanGapSeparatesAFastFlood() {
        FloodRows.Simple gap = FloodRows.Simple.of(set, WindowScorer.of(Input.GAP, false), Choice.PURE);
        assertEquals(0, gap.on(set).counts(Choice.PURE).error(), 0.02);
        assertEquals(0,
                FloodRows.Simple.of(set, WindowScorer.ofUnacknowledged(), Choice.PURE)
                        .on(set)
                        .counts(Choice.PURE)
                        .error(),
                0.02);
    }
}
