package org.sipsleuth.view.ngram.heat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeatLayoutTest {

    /// Rows of one byte each, whose clusters are as many as `perCluster` allows.
    static HeatRows rows(int count, int perCluster) {
        return new HeatRows() {
            @Override
            public int count() {
                return count;
            }

            @Override
            public int frame(int row) {
                return row + 1;
            }

            @Override
            public int cluster(int row) {
                return row / perCluster;
            }

            @Override
            public double score(int row) {
                return count - row;
            }

            @Override
            public HeatRow compute(int row) {
                byte[] message = new byte[1_000];
                float[] values = new float[message.length];
                values[row % values.length] = 1;
                return new HeatRow(values, message, row, List.of());
            }
        };
    }

    @Test
    void everyRowIsFoundWhereItLies() {
        HeatLayout layout = HeatLayout.of(rows(100, 7));
        for (int row = 0; row < 100; row++) {
            assertEquals(row, layout.rowAt(layout.top(row)));
            assertEquals(row, layout.rowAt(layout.top(row) + HeatLayout.ROW - 1));
        }
        assertEquals(-1, layout.rowAt(layout.top(7) - 1));
        assertEquals(-1, layout.rowAt(layout.height()));
        assertEquals(100 * HeatLayout.ROW + 14 * HeatLayout.GAP, layout.height());
    }

    @Test
    void onlyGroupsInSightAreNamed() {
        HeatLayout layout = HeatLayout.of(rows(100_000, 10));
        List<HeatLayout.Group> seen = layout.between(layout.top(50_005), layout.top(50_015) + HeatLayout.ROW);
        assertEquals(List.of(5_000, 5_001), seen.stream().map(HeatLayout.Group::cluster).toList());
    }

    @Test
    void scoresLieOnALogarithmicAxisThatHoldsAll() {
        ScoreScale scale = ScoreScale.of(rows(1_000, 10), 0.5);
        for (double score : new double[]{0.5, 1, 30, 1_000}) {
            double share = scale.share(score);
            assertTrue(share > 0 && share < 1);
            assertEquals(score, scale.score(share), 1e-9 * score);
        }
        assertEquals(0, scale.share(-3));
    }
}
