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
                .mapToObj(i -> random.doubles(4).map(_ -> 8 * (i % count) + random.nextGaussian()).toArray())
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

    /// Scatter 2 and 8, that of the prior 2/3 and 8/3, divided by 4 rows and 8 of the prior.
    @Test
    void theBicOfOneNormalDistributionIsThatOfItsFormula() {
        List<double[]> rows = List.of(new double[]{-1, 0}, new double[]{1, 0}, new double[]{0, -2}, new double[]{0, 2});
        ClusterChoice choice = choice(rows);
        double logLikelihood = -4 * Math.log(2 * Math.PI) - 2 * Math.log(2 / 9.0 * (8 / 9.0)) - (9 + 9) / 2.0;
        assertEquals(2 * logLikelihood - 4 * Math.log(4), choice.value(ClusterCriterion.BIC_DIAGONAL, 1).orElseThrow(),
                1e-9);
        assertEquals(2 * logLikelihood - 5 * Math.log(4), choice.value(ClusterCriterion.BIC_FULL, 1).orElseThrow(),
                1e-9);
    }

    /// Apart, each component is fitted to its own group, of variances 1/2 and 2; many rows outweigh
    /// the prior.
    @Test
    void theBicOfSeparateComponentsIsNearlyThatOfTheirFormula() {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            double middle = i % 3 == 0 ? 0 : 6;
            rows.add(new double[]{middle - 1, middle});
            rows.add(new double[]{middle + 1, middle});
            rows.add(new double[]{middle, middle - 2});
            rows.add(new double[]{middle, middle + 2});
        }
        ClusterChoice choice = ClusterChoice.of(rows, 2, 1, RunMonitor.NONE);
        double logLikelihood = 400 * Math.log(1 / 3.0) + 800 * Math.log(2 / 3.0) - 1_200 * (Math.log(2 * Math.PI) + 1);
        assertEquals(2 * logLikelihood - 9 * Math.log(1_200),
                choice.value(ClusterCriterion.BIC_DIAGONAL, 2).orElseThrow(), 4);
        assertEquals(2 * logLikelihood - 11 * Math.log(1_200), choice.value(ClusterCriterion.BIC_FULL, 2).orElseThrow(),
                4);
    }

    /// Such rows are what the gap statistic compares with.
    @Test
    void uniformRowsHaveNoGap() {
        Random random = new Random(12);
        List<double[]> rows = IntStream.range(0, 500)
                .mapToObj(_ -> new double[]{16 * random.nextDouble(), 4 * random.nextDouble(), random.nextDouble()})
                .toList();
        ClusterChoice choice = choice(rows);
        for (int k = 1; k <= MOST; k++) {
            assertEquals(0, choice.value(ClusterCriterion.GAP, k).orElseThrow(), 0.1);
        }
    }

    @Test
    void correlatedColumnsAreDescribedByFullCovariance() {
        Random random = new Random(9);
        List<double[]> rows = IntStream.range(0, 300).mapToObj(_ -> {
            double along = 5 * random.nextGaussian();
            return new double[]{along, along + random.nextGaussian() / 5};
        }).toList();
        ClusterChoice choice = choice(rows);
        assertEquals(OptionalInt.of(1), choice.best(ClusterCriterion.BIC_FULL));
        assertTrue(choice.best(ClusterCriterion.BIC_DIAGONAL).orElseThrow() > 1);
    }

    /// The second column is 0 or 50, the third does not vary, the fourth repeats the first.
    @Test
    void mixturesAreFittedToEqualAndDependentValues() {
        Random random = new Random(2);
        List<double[]> rows = IntStream.range(0, 60).mapToObj(i -> {
            double value = random.nextGaussian();
            return new double[]{value, i % 2 * 50, 7.1, 2 * value};
        }).toList();
        List<double[]> independent = rows.stream().map(row -> new double[]{row[0], row[1]}).toList();
        Partition halves = Partition.of(SortedRows.of(rows).rows(), 2, 1, 1, RunMonitor.NONE);
        for (boolean isFull : new boolean[]{true, false}) {
            double bic = GaussianMixture.bic(SortedRows.of(rows).rows(), halves, isFull, RunMonitor.NONE).orElseThrow();
            assertEquals(bic, GaussianMixture.bic(SortedRows.of(independent).rows(), halves, isFull, RunMonitor.NONE)
                    .orElseThrow(), 1e-9);
        }
        ClusterChoice choice = choice(rows);
        assertEquals(OptionalInt.of(2), choice.best(ClusterCriterion.BIC_FULL));
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
        ClusterChoice choice = choice(Collections.nCopies(5, new double[]{1, 2}));
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
        assertThrows(CancellationException.class, () -> ClusterChoice.of(clouds(2, 50, 3), 2, 1, impatient));
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
