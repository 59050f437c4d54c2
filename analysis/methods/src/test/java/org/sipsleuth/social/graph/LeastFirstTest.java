package org.sipsleuth.social.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class LeastFirstTest {

    @Test
    void theLeastIsFirstThenTheLowerNodeWhateverChanges() {
        Random random = new Random(1);
        for (int size = 1; size < 40; size++) {
            double[] keys = random.ints(size, 0, 10).asDoubleStream().toArray();
            LeastFirst nodes = new LeastFirst(keys);
            for (int i = 0; i < 100; i++) {
                int changed = random.nextInt(size);
                keys[changed] = random.nextInt(10);
                nodes.set(changed, keys[changed]);
                int least = 0;
                for (int node = 1; node < size; node++) {
                    least = keys[node] < keys[least] ? node : least;
                }
                assertEquals(least, nodes.least());
            }
        }
    }
}
