package org.sipsleuth.social.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sipsleuth.run.RunMonitor;

final class UserClustersTest {

    /// Three heaps of 60, 40 and 20 rows.
    private static List<double[]> heaps() {
        Random random = new Random(3);
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            double middle = i < 60 ? 0 : i < 100 ? 6 : -6;
            rows.add(new double[]{middle + random.nextGaussian() / 2, -middle + random.nextGaussian() / 2});
        }
        return rows;
    }

    private static UserClusters of(List<double[]> rows, int count) {
        return UserClusters.of(rows, count, 1, RunMonitor.NONE);
    }

    @Test
    void heapsAreFoundTheLargestFirst() {
        UserClusters found = of(heaps(), 3);
        assertEquals(3, found.count());
        for (int i = 0; i < 120; i++) {
            assertEquals(i < 60 ? 0 : i < 100 ? 1 : 2, found.of(i));
        }
        assertTrue(found.silhouette() > 0.8);
        assertTrue(found.within() < of(heaps(), 2).within());
        assertTrue(found.silhouette() > of(heaps(), 4).silhouette());
        assertEquals(6, found.centre(1)[0], 0.3);
    }

    @Test
    void theOrderOfRowsMakesNoDifference() {
        List<double[]> rows = heaps();
        List<double[]> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(8));
        UserClusters one = of(rows, 5);
        UserClusters other = of(shuffled, 5);
        assertEquals(one.within(), other.within());
        for (int i = 0; i < rows.size(); i++) {
            assertEquals(one.of(i), other.of(shuffled.indexOf(rows.get(i))));
        }
    }

    @Test
    void equalRowsAreOneCluster() {
        UserClusters found = of(Collections.nCopies(5, new double[]{1, 2}), 3);
        assertEquals(1, found.count());
        assertEquals(0, found.within());
        assertTrue(Double.isNaN(found.silhouette()));
        assertThrows(IllegalArgumentException.class, () -> of(List.of(), 1));
    }
}
