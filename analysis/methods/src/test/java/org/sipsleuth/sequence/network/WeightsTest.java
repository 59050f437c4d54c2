package org.sipsleuth.sequence.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.sipsleuth.neural.NamedWeights;
import org.sipsleuth.neural.WeightShape;

class WeightsTest {

    private static final NetworkSettings SETTINGS = new ConvolutionSettings(2);

    private static String refusal(Consumer<List<NamedWeights>> change) {
        List<NamedWeights> weights = new ArrayList<>(Invented.weights(SETTINGS, 4, 6, 5));
        change.accept(weights);
        return assertThrows(IllegalArgumentException.class, () -> Network.of(SETTINGS, 4, 6, 5, weights)).getMessage();
    }

    @Test
    void missingWeightsAreNamed() {
        assertEquals("dense.bias is missing", refusal(List::removeLast));
    }

    @Test
    void weightsThatAreThereTwiceAreRefused() {
        assertEquals("dense.bias is there twice", refusal(weights -> weights.add(weights.getLast())));
    }

    @Test
    void unknownWeightsAreRefused() {
        NamedWeights more = new NamedWeights(WeightShape.of("more", 1), new float[1]);
        assertEquals("unknown weights: [more]", refusal(weights -> weights.add(more)));
    }

    @Test
    void weightsOfAnotherSizeAreRefused() {
        NamedWeights five = new NamedWeights(WeightShape.of("dense.bias", 5), new float[5]);
        assertEquals("dense.bias is of size [5], not [4]", refusal(weights -> weights.set(weights.size() - 1, five)));
    }

    @Test
    void weightsThatAreNotFiniteAreRefused() {
        for (float value : new float[]{Float.NaN, Float.POSITIVE_INFINITY}) {
            NamedWeights bad = new NamedWeights(WeightShape.of("dense.bias", 4), new float[]{0, 0, value, 0});
            assertEquals("dense.bias has a weight that is not finite",
                    refusal(weights -> weights.set(weights.size() - 1, bad)));
        }
    }

    @Test
    void asManyWeightsAsTheShapeSaysAreThere() {
        assertThrows(IllegalArgumentException.class,
                () -> new NamedWeights(WeightShape.of("dense.bias", 4), new float[3]));
    }

    @Test
    void sizesOutOfRangeAreRefusedBeforeAnythingIsAllocated() {
        int[][] sizes = {{0, 6, 5}, {1_000_001, 6, 5}, {4, 1, 5}, {4, 5_000, 5}, {4, 6, 1}};
        for (int[] each : sizes) {
            assertThrows(IllegalArgumentException.class, () -> Network.shapes(SETTINGS, each[0], each[1], each[2]));
        }
        assertThrows(IllegalArgumentException.class, () -> new ConvolutionSettings(0));
        assertThrows(IllegalArgumentException.class, () -> new RecurrentSettings(-1));
    }

    @Test
    void valuesAreCopies() {
        float[] values = {1, 2};
        NamedWeights weights = new NamedWeights(WeightShape.of("x", 2), values);
        values[0] = 9;
        weights.values()[1] = 9;
        assertEquals(1, weights.values()[0], 0);
        assertEquals(2, weights.values()[1], 0);
    }
}
