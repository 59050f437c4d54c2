package org.sipsleuth.sequence.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.sipsleuth.neural.NamedWeights;
import org.sipsleuth.neural.WeightShape;

/// Networks with random weights, and random sequences for them.
public final class Invented {

    private Invented() {}

    /// A network with random weights.
    public static Network network(NetworkSettings settings, int classes, int length, int symbols) {
        return Network.of(settings, classes, length, symbols, weights(settings, classes, length, symbols));
    }

    static List<NamedWeights> weights(NetworkSettings settings, int classes, int length, int symbols) {
        Random random = new Random(classes);
        List<NamedWeights> weights = new ArrayList<>();
        for (WeightShape shape : Network.shapes(settings, classes, length, symbols)) {
            float[] values = new float[Math.toIntExact(shape.count())];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian() / 2;
            }
            weights.add(new NamedWeights(shape, values));
        }
        return weights;
    }

    /// Sequences of 1 to `longest` messages, some of types that were not seen in training.
    public static List<int[]> sequences(int count, int longest, int symbols) {
        Random random = new Random(count);
        return IntStream.range(0, count)
                .mapToObj(_ -> random.ints(1 + random.nextInt(longest), 0, symbols)
                        .map(symbol -> symbol == 0 ? -1 : symbol)
                        .toArray())
                .toList();
    }

    static Output whole(Network network, int[] sequence) {
        Reading reading = network.read();
        for (int symbol : sequence) {
            reading.next(symbol);
        }
        return reading.output();
    }
}
