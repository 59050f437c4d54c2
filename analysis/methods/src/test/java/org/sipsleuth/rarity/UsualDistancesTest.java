package org.sipsleuth.rarity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class UsualDistancesTest {

    private static final double[] HUNDRED = IntStream.rangeClosed(1, 100).mapToDouble(each -> each).toArray();

    @Test
    void theThresholdIsWhereThePValueReachesTheShare() {
        UsualDistances usual = new UsualDistances(HUNDRED);
        double threshold = usual.threshold(0.05).orElseThrow();
        assertTrue(usual.p(threshold + 1e-9).value() <= 0.05, "just above: " + usual.p(threshold + 1e-9));
        assertTrue(usual.p(threshold).value() > 0.05, "at the threshold: " + usual.p(threshold));
    }

    @Test
    void tooFewUsualOnesAllowNoThreshold() {
        assertEquals(OptionalDouble.empty(), new UsualDistances(new double[]{1, 2, 3}).threshold(0.01));
        assertTrue(new UsualDistances(HUNDRED).threshold(0.01).isPresent(),
                "a hundred are enough for one in a hundred");
    }

    @Test
    void usualOnesAreBeyondTheThresholdAsOftenAsItStates() {
        Random random = new Random(7);
        int beyond = 0;
        for (int i = 0; i < 400; i++) {
            UsualDistances usual = new UsualDistances(random.doubles(200).toArray());
            double threshold = usual.threshold(0.05).orElseThrow();
            beyond += (int) random.doubles(50).filter(each -> each > threshold).count();
        }
        assertEquals(0.05, beyond / 20_000.0, 0.006);
    }

    @Test
    void rowsOfTheSameGroupAreNoNeighbours() {
        NearestRows rows = new NearestRows(new double[][]{{0, 0}, {0, 1}, {3, 4}}, new int[]{1, 1, 2});
        assertEquals(5, rows.distance(new double[]{0, 0}, 1), 1e-12);
        assertEquals((0 + 1 + 5) / 3.0, rows.distance(new double[]{0, 0}, NearestRows.NO_GROUP), 1e-12);
        assertEquals(0, new NearestRows(new double[][]{{1}}, new int[]{1}).distance(new double[]{9}, 1));
    }

    @Test
    void surelyBelowIsExceededMoreOftenThanItStatesByOneInTwentyOnly() {
        Random random = new Random(7);
        int exceeded = 0;
        for (int i = 0; i < 2_000; i++) {
            double limit = new UsualDistances(random.doubles(300).toArray()).surelyBelow(0.05);
            exceeded += limit < 0.95 ? 1 : 0;
        }
        assertTrue(exceeded > 20 && exceeded <= 120, exceeded + " of 2,000");
    }

    @Test
    void surelyBelowIsTheFarthestOfTooFewAndTheMiddleOfMany() {
        assertEquals(100, new UsualDistances(HUNDRED).surelyBelow(0.005));
        double[] many = new Random(7).doubles(100_000).toArray();
        assertEquals(0.5, new UsualDistances(many).surelyBelow(0.5), 0.01);
    }
}
