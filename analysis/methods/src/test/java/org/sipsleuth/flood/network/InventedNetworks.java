package org.sipsleuth.flood.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.sipsleuth.neural.NamedWeights;
import org.sipsleuth.neural.WeightShape;

/// Networks with random weights, and random inputs for them.
public final class InventedNetworks {

    private InventedNetworks() {}

    /// A network with random weights.
    public static FloodNetwork network(NetworkKind kind, int units, long seed) {
        return kind.network(units, weights(kind, units, seed));
    }

    static List<NamedWeights> weights(NetworkKind kind, int units, long seed) {
        Random random = new Random(seed);
        List<NamedWeights> weights = new ArrayList<>();
        for (WeightShape shape : kind.shapes(units)) {
            float[] values = new float[Math.toIntExact(shape.count())];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian() / 2;
            }
            weights.add(new NamedWeights(shape, values));
        }
        return weights;
    }

    /// Inputs of attempts, −2 to 2.
    public static float[] inputs(int attempts, long seed) {
        Random random = new Random(seed);
        float[] inputs = new float[attempts * FloodNetwork.INPUTS];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = random.nextFloat(-2, 2);
        }
        return inputs;
    }
}
