package org.sipsleuth.rarity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
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

    /// Of a hundred thousand exponential distances one in ten thousand is above ln 10,000; a tenth of
    /// very high ones among them changes little.
    @Test
    void theTailOfMixedDistancesIsThatOfTheirBulk() {
        double[] usual = IntStream.range(0, 1_000).mapToDouble(i -> -Math.log((i + 0.5) / 1_000)).toArray();
        double rare = Math.log(10_000);
        assertEquals(1e-4, UsualDistances.mixed(usual, 0).rarity(rare), 2e-5);
        double[] mixed = usual.clone();
        Arrays.fill(mixed, 0, 40, 1_000);
        assertTrue(UsualDistances.mixed(mixed, 0).rarity(1_000) < 1e-9, "those among them are rare");
        assertTrue(UsualDistances.mixed(mixed, 0).rarity(rare) < 2e-3, "the others are not much less rare");
        double[] without = Arrays.copyOfRange(usual, 100, 1_000); // the highest are the first
        assertEquals(1e-4, UsualDistances.mixed(without, 100).rarity(rare), 3e-5, "as if none were left out");
        UsualDistances few = UsualDistances.mixed(HUNDRED, 0);
        assertEquals(0, few.pOfMember(100).asFar());
        assertEquals(1, few.p(100).asFar());
        assertEquals(99, few.pOfMember(100).all());
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
