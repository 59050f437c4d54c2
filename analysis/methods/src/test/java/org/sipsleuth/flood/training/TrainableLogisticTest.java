package org.sipsleuth.flood.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.sipsleuth.flood.network.FloodNetwork;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

class TrainableLogisticTest {

    private static final FloodTrainingSettings SETTINGS = new FloodTrainingSettings(1, 40, 250, 1e-2, 4);

    private static FloodNetwork fit(LabelledWindows windows) {
        return FloodTraining.fit(NetworkKind.LOGISTIC, windows, SETTINGS, RunMonitor.NONE, _ -> {});
    }

    @Test
    void itLearnsThatShortGapsAreMalicious() {
        FloodNetwork network = fit(ToyWindows.of(5_000, 1));
        double wrong = ToyWindows.wrong(network, ToyWindows.of(5_000, 2));
        assertTrue(wrong < 0.02, "wrong: " + wrong);
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        LabelledWindows windows = ToyWindows.of(1_000, 3);
        float[] first = fit(windows).weights().getFirst().values();
        assertArrayEquals(first, fit(windows).weights().getFirst().values(), 0);
    }

    @Test
    void aLineIsReportedAfterEachEpoch() {
        List<String> news = new ArrayList<>();
        FloodTraining.fit(NetworkKind.LOGISTIC, ToyWindows.of(100, 3), new FloodTrainingSettings(1, 2, 30, 1e-3, 1),
                RunMonitor.NONE, news::add);
        assertEquals(List.of("logistic: epoch 1 of 2", "logistic: epoch 2 of 2"), news);
    }

    @Test
    void windowsOfOneLabelAreRefused() {
        LabelledWindows legitimate = new LabelledWindows(new float[FloodNetwork.WINDOW], new int[1], new BitSet());
        assertEquals("training needs windows of floods and windows without; there are 0 and 1",
                assertThrows(IllegalArgumentException.class, () -> fit(legitimate)).getMessage());
    }

    @Test
    void itStopsWhenAsked() {
        RunMonitor cancelled = new RunMonitor() {
            @Override
            public void progress(Progress progress) {
                // Not shown.
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class,
                () -> FloodTraining.fit(NetworkKind.LOGISTIC, ToyWindows.of(100, 3), SETTINGS, cancelled, _ -> {}));
    }

    @Test
    void setsOfSeveralCapturesAreOne() {
        LabelledWindows one = ToyWindows.of(3, 5);
        LabelledWindows other = ToyWindows.of(4, 6);
        LabelledWindows both = LabelledWindows.of(List.of(one, other));
        assertEquals(7, both.size());
        assertEquals(one.maliciousCount() + other.maliciousCount(), both.maliciousCount());
        assertArrayEquals(other.windows(new int[]{2}, 0, 1), both.windows(new int[]{5}, 0, 1), 0);
        assertEquals(other.isMalicious(2), both.isMalicious(5));
    }

    @Test
    void aWindowThatIsNotWhollyThereIsRefused() {
        assertThrows(IllegalArgumentException.class,
                () -> new LabelledWindows(new float[FloodNetwork.WINDOW], new int[]{1}, new BitSet()));
    }
}
