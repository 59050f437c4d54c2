package org.sipsleuth.sequence.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutputTest {

    private static Output of(float... logits) {
        Output output = new Output(logits.length);
        System.arraycopy(logits, 0, output.logits(), 0, logits.length);
        output.finish();
        return output;
    }

    private static float[] random(int seed, double spread) {
        Random random = new Random(seed);
        float[] logits = new float[928];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) (random.nextGaussian() * spread);
        }
        return logits;
    }

    private static double moment(double[] p, int power) {
        double mean = Arrays.stream(p).average().orElseThrow();
        return Arrays.stream(p).map(each -> Math.pow(each - mean, power)).average().orElseThrow();
    }

    @Test
    void probabilitiesAreThoseOfTheSoftmax() {
        float[] logits = random(1, 4);
        double total = 0;
        for (float logit : logits) {
            total += Math.exp(logit);
        }
        Output output = of(logits);
        for (int k = 0; k < logits.length; k++) {
            double wanted = Math.exp(logits[k]) / total;
            assertEquals(wanted, output.probability(k), wanted * 2e-7 + Float.MIN_NORMAL);
        }
        assertEquals(output.probabilities()[17], output.probability(17), 0);
    }

    @Test
    void momentsInClosedFormAreTheMoments() {
        for (double spread : new double[]{0.1, 1, 3, 10}) {
            Output output = of(random(2, spread));
            double[] p = new double[output.classes()];
            Arrays.setAll(p, output::probability);
            double variance = moment(p, 2);
            double skewness = moment(p, 3) / Math.pow(variance, 1.5);
            double kurtosis = moment(p, 4) / (variance * variance);
            assertEquals(skewness, output.skewness(), 1e-5 * skewness);
            assertEquals(kurtosis, output.kurtosis(), 1e-5 * kurtosis);
        }
    }

    @Test
    void anOutputThatIsSureReachesTheLimits() {
        float[] logits = new float[928];
        logits[5] = 80;
        Output output = of(logits);
        OutputLimits limits = OutputLimits.of(928);
        assertEquals(30.41383, limits.skewness(), 1e-5);
        assertEquals(926.001, limits.kurtosis(), 1e-3);
        assertEquals(limits.skewness(), output.skewness(), 1e-9);
        assertEquals(limits.kurtosis(), output.kurtosis(), 1e-9);
        assertEquals(1, output.maximum(), 1e-12);
    }

    @Test
    void whereAllAreEqualThereIsNothingToMeasure() {
        Output output = of(new float[928]);
        assertEquals(0, output.skewness(), 0);
        assertEquals(0, output.kurtosis(), 0);
        assertEquals(0, output.best());
        assertEquals(1.0 / 928, output.maximum(), 1e-15);
    }

    @Test
    void theLowestOfEqualsIsBest() {
        assertEquals(1, of(0, 3, 2, 3).best());
        assertArrayEquals(new int[]{1, 3, 2}, of(0, 3, 2, 3).leading(3));
    }

    @Test
    void leadingOnesComeInOrder() {
        float[] logits = random(3, 2);
        int[] leading = of(logits).leading(10);
        Integer[] sorted = new Integer[logits.length];
        Arrays.setAll(sorted, i -> i);
        Arrays.sort(sorted, (a, b) -> Float.compare(logits[b], logits[a]));
        for (int i = 0; i < leading.length; i++) {
            assertEquals(sorted[i], leading[i]);
        }
        assertEquals(2, of(1, 2).leading(10).length);
        assertEquals(0, of(1, 2).leading(0).length);
    }

    @Test
    void oneClassHasNoLimits() {
        assertThrows(IllegalArgumentException.class, () -> OutputLimits.of(1));
        assertEquals(new OutputLimits(0, 1), OutputLimits.of(2));
    }
}
