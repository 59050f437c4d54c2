package org.sipsleuth.social.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

final class ClusterChoiceTest {

    private static final int MOST = 6;

    /// Normal clouds of four columns around (0, 0, 0, 0), (8, 8, 8, 8), and so on.
    private static List<double[]> clouds(int count, int rows, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, rows)
                .mapToObj(
                        i ->
                                random.doubles(4)
                                        .map(_ -> 8 * (i % count) + random.nextGaussian())
                                        .toArray())
                .toList();
    }

    private static ClusterChoice choice(List<double[]> rows) {
        return ClusterChoice.of(rows, MOST, 1, RunMonitor.NONE);
    }

    @Test
    void threeSeparateGroupsAreFoundByEachCriterion() {
        ClusterChoice choice = choice(clouds(3, 300, 5));
        for (ClusterCriterion criterion : ClusterCriterion.values()) {
            if (criterion != ClusterCriterion.STABILITY) {
                assertEquals(OptionalInt.of(3), choice.best(criterion), criterion.name());
            }
        }
        choice.stabilities(3).forEach(value -> assertEquals(1, value));
        assertTrue(Collections.min(choice.stabilities(5)) < 0.75);
        assertEquals(300, choice.sampled());
    }

    @Test
    void oneCloudHasOneClusterByGapAndMixtures() {
        ClusterChoice choice = choice(clouds(1, 300, 6));
        assertEquals(OptionalInt.of(1), choice.best(ClusterCriterion.GAP));
        assertEquals(OptionalInt.of(1), choice.best(ClusterCriterion.BIC_FULL));
        assertEquals(OptionalInt.of(1), choice.best(ClusterCriterion.BIC_DIAGONAL));
        assertTrue(choice.value(ClusterCriterion.SILHOUETTE, 1).isEmpty());
        assertTrue(choice.value(ClusterCriterion.STABILITY, 1).isEmpty());
        assertTrue(choice.gapError(1) > 0);
    }

    /// With one component the likelihood has a closed form.
    @Test
    void theBicOfOneNormalDistributionIsThatOfItsFormula() {
        List<double[]> rows =
                List.of(
                        new double[] {-1, 0}, new double[] {1, 0},
                        new double[] {0, -2}, new double[] {0, 2});
        ClusterChoice choice = choice(rows);
        // n = 4, covariance diag(1/2, 2) of determinant 1; p = 2 + 2 and, if full, one more
        double logLikelihood = -4 * (Math.log(2 * Math.PI) + 1);
        assertEquals(
                2 * logLikelihood - 4 * Math.log(4),
                choice.value(ClusterCriterion.BIC_DIAGONAL, 1).orElseThrow(),
                1e-9);
        assertEquals(
                2 * logLikelihood - 5 * Math.log(4),
                choice.value(ClusterCriterion.BIC_FULL, 1).orElseThrow(),
                1e-9);
    }

    /// Far apart, each component is fitted to its own group alone.
    @Test
    void theBicOfSeparateComponentsIsThatOfTheirFormula() {
        List<double[]> rows = new ArrayList<>();
        for (double middle : new double[] {0, 1_000, 1_000}) {
            rows.add(new double[] {middle - 1, middle});
            rows.add(new double[] {middle + 1, middle});
            rows.add(new double[] {middle, middle - 2});
            rows.add(new double[] {middle, middle + 2});
        }
        ClusterChoice choice = ClusterChoice.of(rows, 2, 1, RunMonitor.NONE);
        double logLikelihood =
                4 * Math.log(1 / 3.0) + 8 * Math.log(2 / 3.0) - 12 * (Math.log(2 * Math.PI) + 1);
        assertEquals(
                2 * logLikelihood - 9 * Math.log(12),
                choice.value(ClusterCriterion.BIC_DIAGONAL, 2).orElseThrow(),
                1e-9);
        assertEquals(
                2 * logLikelihood - 11 * Math.log(12),
                choice.value(ClusterCriterion.BIC_FULL, 2).orElseThrow(),
                1e-9);
    }

    /// Such rows are what the gap statistic compares with.
    @Test
    void uniformRowsHaveNoGap() {
        Random random = new Random(12);
        List<double[]> rows =
                IntStream.range(0, 500)
                        .mapToObj(
                                _ ->
                                        new double[] {
                                            16 * random.nextDouble(),
                                            4 * random.nextDouble(),
                                            random.nextDouble()
                                        })
                        .toList();
        ClusterChoice choice = choice(rows);
        for (int k = 1; k <= MOST; k++) {
            assertEquals(0, choice.value(ClusterCriterion.GAP, k).orElseThrow(), 0.1);
        }
    }

    @Test
    void correlatedColumnsAreDescribedByFullCovariance() {
        Random random = new Random(9);
        List<double[]> rows =
                IntStream.range(0, 300)
                        .mapToObj(
                                _ -> {
                                    double along = 5 * random.nextGaussian();
                                    return new double[] {along, along + random.nextGaussian() / 5};
                                })
                        .toList();
        ClusterChoice choice = choice(rows);
        assertEquals(OptionalInt.of(1), choice.best(ClusterCriterion.BIC_FULL));
        assertTrue(choice.best(ClusterCriterion.BIC_DIAGONAL).orElseThrow() > 1);
    }

    @Test
    void aMixtureThatCannotBeFittedHasNoValue() {
        Random random = new Random(2);
        List<double[]> rows =
                IntStream.range(0, 60)
                        .mapToObj(i -> new double[] {random.nextGaussian(), i % 2 * 50, 7})
                        .toList();
        ClusterChoice choice = choice(rows);
        assertTrue(choice.value(ClusterCriterion.BIC_FULL, 1).isPresent());
        assertTrue(choice.value(ClusterCriterion.BIC_FULL, 2).isEmpty());
        assertTrue(choice.value(ClusterCriterion.BIC_DIAGONAL, 2).isEmpty());
        assertEquals(OptionalInt.of(2), choice.best(ClusterCriterion.SILHOUETTE));
    }

    @Test
    void theOrderOfRowsMakesNoDifference() {
        List<double[]> rows = clouds(2, 2_300, 7);
        List<double[]> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(8));
        ClusterChoice one = ClusterChoice.of(rows, 3, 1, RunMonitor.NONE);
        ClusterChoice other = ClusterChoice.of(shuffled, 3, 1, RunMonitor.NONE);
        assertEquals(ClusterChoice.SAMPLED, one.sampled());
        for (int k = 1; k <= 3; k++) {
            for (ClusterCriterion criterion : ClusterCriterion.values()) {
                assertEquals(one.value(criterion, k), other.value(criterion, k));
            }
            assertEquals(one.gapError(k), other.gapError(k));
            assertEquals(one.stabilities(k), other.stabilities(k));
        }
    }

    @Test
    void thereAreNoMoreClustersThanDifferentRows() {
        ClusterChoice choice = choice(Collections.nCopies(5, new double[] {1, 2}));
        assertEquals(1, choice.most());
        assertEquals(0, choice.value(ClusterCriterion.WITHIN, 1).orElseThrow());
        for (ClusterCriterion criterion : ClusterCriterion.values()) {
            assertEquals(OptionalInt.empty(), choice.best(criterion));
        }
        assertThrows(IllegalArgumentException.class, () -> choice(List.of()));
    }

    @Test
    void progressIsReportedAndARunCanBeCancelled() {
        List<Progress> reported = new ArrayList<>();
        AtomicInteger asked = new AtomicInteger();
        RunMonitor patient = monitor(reported, asked, Integer.MAX_VALUE);
        ClusterChoice.of(clouds(2, 50, 3), 2, 1, patient);
        assertEquals(1, reported.getLast().fraction());
        int all = asked.get();
        asked.set(0);
        RunMonitor impatient = monitor(reported, asked, all / 2);
        assertThrows(
                CancellationException.class,
                () -> ClusterChoice.of(clouds(2, 50, 3), 2, 1, impatient));
    }

    private static RunMonitor monitor(List<Progress> reported, AtomicInteger asked, int patience) {
        return new RunMonitor() {
            @Override
            public void progress(Progress progress) {
                reported.add(progress);
            }

            @Override
            public boolean isCancelled() {
                return asked.incrementAndGet() > patience;
            }
        };
    }
}
