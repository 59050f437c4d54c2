package org.sipsleuth.sequence.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.network.ConvolutionSettings;
import org.sipsleuth.sequence.network.NetworkSettings;
import org.sipsleuth.sequence.network.RecurrentSettings;

class NetworkTrainingTest {

    private static final TrainingSet SET = SmallSet.of();

    static Stream<NetworkSettings> kinds() {
        return Stream.of(new ConvolutionSettings(6), new RecurrentSettings(12));
    }

    private static TrainingSettings settings(NetworkSettings kind, int epochs, int patience) {
        return new TrainingSettings(kind, 16, 1e-2, epochs, patience, 7);
    }

    private static Trained fit(TrainingSettings settings) {
        return NetworkTraining.fit(SET, settings, RunMonitor.NONE, _ -> {});
    }

    @Test
    void aConvolutionLearnsEverything() {
        Trained trained = fit(settings(new ConvolutionSettings(6), 500, 500));
        Epoch last = trained.epochs().getLast();
        assertEquals("every training dialog is known", trained.ended());
        assertEquals(1, last.accuracy(), 0);
        assertEquals(1, last.validationAccuracy(), 0);
        assertEquals(last.number(), trained.bestEpoch());
        trained.network().outputs(SET.sequences(), (output, k) -> assertEquals(k, output.best()));
    }

    @Tag("long")
    @Test
    void aRecurrentNetworkLearnsToo() {
        Trained trained = fit(settings(new RecurrentSettings(12), 12, 12));
        double first = trained.epochs().getFirst().loss();
        assertTrue(trained.epochs().getLast().loss() < first / 3, () -> "from " + first);
    }

    /// Each epoch's network is rated worse than the one before, so the first one is kept.
    @Tag("long")
    @Test
    void ofRecurrentNetworksTheBestOfThoseThatKnowNearlyEverythingIsKept() {
        AtomicInteger asked = new AtomicInteger();
        Trained trained = NetworkTraining.fit(SET, settings(new RecurrentSettings(12), 60, 60), RunMonitor.NONE,
                _ -> {}, _ -> -asked.incrementAndGet());
        List<Epoch> good = trained.epochs().stream().filter(epoch -> epoch.accuracy() >= 0.99).toList();
        assertEquals(good.getFirst().number(), trained.bestEpoch());
        assertTrue(good.getFirst().accuracy() < 1, "else the test shows nothing");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theSameSeedGivesTheSameBits(NetworkSettings kind) {
        Trained one = fit(settings(kind, 2, 2));
        Trained two = fit(settings(kind, 2, 2));
        for (int i = 0; i < one.network().weights().size(); i++) {
            assertArrayEquals(one.network().weights().get(i).values(), two.network().weights().get(i).values(), 0);
        }
        TrainingSettings other = new TrainingSettings(kind, 16, 1e-2, 2, 2, 8);
        assertFalse(Arrays.equals(one.network().weights().getFirst().values(),
                fit(other).network().weights().getFirst().values()));
    }

    @Test
    void itEndsAfterTheMostEpochs() {
        Trained trained = fit(settings(new ConvolutionSettings(6), 2, 500));
        assertEquals("most epochs reached", trained.ended());
        assertEquals(2, trained.epochs().size());
    }

    @Test
    void itEndsWhenTheLossFallsNoMore() {
        EarlyStopping patience = new EarlyStopping(2);
        assertFalse(patience.endsAfter(new Epoch(1, 3, 0, 5, 0, 1)));
        assertFalse(patience.endsAfter(new Epoch(2, 2, 0, 6, 0, 1)));
        assertFalse(patience.endsAfter(new Epoch(3, 1, 0, 4, 0, 1)));
        assertFalse(patience.endsAfter(new Epoch(4, 1, 0, 4, 0, 1)));
        assertTrue(patience.endsAfter(new Epoch(5, 1, 0, 4, 0, 1)));
    }

    @Test
    void withoutValidationTheTrainingLossCounts() {
        EarlyStopping patience = new EarlyStopping(1);
        assertFalse(patience.endsAfter(new Epoch(1, 3, 0, Double.NaN, Double.NaN, 1)));
        assertFalse(patience.endsAfter(new Epoch(2, 2, 0, Double.NaN, Double.NaN, 1)));
        assertTrue(patience.endsAfter(new Epoch(3, 2, 0, Double.NaN, Double.NaN, 1)));
    }

    @Test
    void cancellingKeepsTheBestSoFar() {
        AtomicBoolean cancelled = new AtomicBoolean();
        List<Progress> reported = new ArrayList<>();
        RunMonitor monitor = monitor(cancelled, reported);
        Trained trained = NetworkTraining.fit(SET, settings(new ConvolutionSettings(6), 500, 500), monitor,
                epoch -> cancelled.set(epoch.number() == 3));
        assertEquals("cancelled", trained.ended());
        assertEquals(3, trained.epochs().size());
        assertEquals(new Progress("Training", 3, 500), reported.getLast());
        double best = trained.epochs().stream().mapToDouble(Epoch::accuracy).max().orElseThrow();
        assertEquals(best, trained.epochs().get(trained.bestEpoch() - 1).accuracy(), 0);
    }

    @Test
    void cancellingInTheFirstEpochLeavesNothing() {
        RunMonitor monitor = monitor(new AtomicBoolean(true), new ArrayList<>());
        TrainingSettings settings = settings(new ConvolutionSettings(6), 500, 500);
        assertThrows(CancellationException.class, () -> NetworkTraining.fit(SET, settings, monitor, _ -> {}));
    }

    private static RunMonitor monitor(AtomicBoolean cancelled, List<Progress> reported) {
        return new RunMonitor() {
            @Override
            public void progress(Progress progress) {
                reported.add(progress);
            }

            @Override
            public boolean isCancelled() {
                return cancelled.get();
            }
        };
    }
}
