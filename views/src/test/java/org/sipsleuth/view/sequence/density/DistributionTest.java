package org.sipsleuth.view.sequence.density;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistributionTest {

    private static double smoothSum(Distribution its) {
        double sum = 0;
        for (int i = 0; i + 1 < its.places(); i++) {
            sum += (its.smooth(i) + its.smooth(i + 1)) / 2;
        }
        return sum / Distribution.FINE;
    }

    private static double histogramSum(Distribution its) {
        return IntStream.range(0, Distribution.BINS).mapToDouble(its::share).sum();
    }

    @Test
    void allSharesAddUpToOne() {
        Random random = new Random(3);
        double[] values = random.doubles(200).toArray();
        int[] counts = random.ints(200, 1, 50).toArray();
        Distribution its = new Distribution(values, counts, 0, 1);
        assertEquals(1, histogramSum(its), 1e-9);
        assertEquals(1, smoothSum(its), 0.01);
    }

    @Test
    void nothingIsLostBeyondTheEnds() {
        Distribution its = new Distribution(new double[]{0.9999, 0.0001}, new int[]{500, 500}, 0, 1);
        assertEquals(0.5, its.share(Distribution.BINS - 1), 1e-9);
        assertEquals(0.5, its.share(0), 1e-9);
        assertEquals(1, smoothSum(its), 0.01);
    }

    @Test
    void equalValuesHaveANarrowCurve() {
        Distribution its = new Distribution(new double[]{0.5}, new int[]{1000}, 0, 1);
        assertTrue(its.bandwidth() > 0);
        assertEquals(its.bandwidth(), 0.01, 1e-9);
        assertEquals(1, smoothSum(its), 0.01);
    }

    @Test
    void aValueCountsAsOftenAsItOccurs() {
        Distribution its = new Distribution(new double[]{0.21, 0.81}, new int[]{3, 1}, 0, 1);
        assertEquals(0.75, its.share(10), 1e-9);
        assertEquals(0.25, its.share(40), 1e-9);
        assertEquals(4, its.count());
    }
}
