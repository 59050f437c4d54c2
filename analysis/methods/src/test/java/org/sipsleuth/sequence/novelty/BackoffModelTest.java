package org.sipsleuth.sequence.novelty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffModelTest {

    private static final int START = 0;
    private static final int A = 1;
    private static final int B = 2;
    private static final int C = 3;
    private static final int SYMBOLS = 4;

    private static BackoffModel model() {
        return new BackoffModel.Builder(2, SYMBOLS, START).add(new int[]{START, START}, A, 90)
                .add(new int[]{START, START}, B, 10)
                .add(new int[]{START, A}, B, 60)
                .add(new int[]{START, A}, C, 30)
                .add(new int[]{START, B}, C, 10)
                .build();
    }

    private static double probability(BackoffModel model, int[] context, int symbol) {
        return Math.pow(2, -model.estimate(context, symbol).bits());
    }

    /// Every symbol, and the one that stands for all that was never seen.
    @Test
    void probabilitiesOfAllSymbolsAddUpToOne() {
        BackoffModel model = model();
        for (int before = 0; before <= SYMBOLS; before++) {
            int[] context = {START, before};
            double sum =
                    IntStream.rangeClosed(0, SYMBOLS).mapToDouble(symbol -> probability(model, context, symbol)).sum();
            assertEquals(1, sum, 1e-12);
        }
    }

    /// Witten and Bell, method C, by hand: 200 symbols were seen of 3 kinds, 90 of them after A.
    @Test
    void probabilityIsInterpolatedOverAllShorterContexts() {
        double none = (70 + 3 * (1.0 / 5)) / 203;
        double one = (60 + 2 * none) / 92;
        double two = (60 + 2 * one) / 92;
        assertEquals(two, probability(model(), new int[]{START, A}, B), 1e-12);
    }

    /// What fills a context before the first symbol is no evidence by its length.
    @Test
    void paddingIsOneSymbolOfContext() {
        double none = (70 + 3 * (1.0 / 5)) / 203; // B: 60 after A, 10 at first
        double one = (10 + 2 * none) / 102;
        assertEquals(one, probability(model(), new int[]{START, START}, B), 1e-12);
    }

    @Test
    void stepThatNeverCameAfterTheLastSymbolIsUnseen() {
        BackoffModel.Estimate unseen = model().estimate(new int[]{START, B}, A);
        assertTrue(unseen.isUnseen());
        assertEquals(0, unseen.seen());
        assertEquals(10, unseen.after());
        assertFalse(model().estimate(new int[]{START, A}, C).isUnseen());
        assertTrue(model().estimate(new int[]{START, A}, SYMBOLS).isUnseen());
    }

    @Test
    void unknownContextLeavesTheShorterOnes() {
        BackoffModel.Estimate estimate = model().estimate(new int[]{C, A}, B);
        assertFalse(estimate.isUnseen());
        assertEquals(60, estimate.seen());
        assertEquals(90, estimate.after());
        assertEquals(1, estimate.length());
    }

    /// After B a C is usual, after A and B it is not.
    @Test
    void longerContextIsCitedWhereTheStepIsRarerAfterIt() {
        BackoffModel model = new BackoffModel.Builder(2, SYMBOLS, START).add(new int[]{START, B}, C, 80)
                .add(new int[]{A, B}, C, 2)
                .add(new int[]{A, B}, A, 98)
                .build();
        BackoffModel.Estimate estimate = model.estimate(new int[]{A, B}, C);
        assertEquals(2, estimate.seen());
        assertEquals(100, estimate.after());
        assertEquals(2, estimate.length());
    }
}
