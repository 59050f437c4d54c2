package org.sipsleuth.evaluate.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sipsleuth.evaluate.sequence.ScoreCounts.Part;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Interval;
import org.sipsleuth.evaluation.Spread;

class CaptureTablesTest {

    private static ScoreCounts scores(double[] attacks, double[] harmless) {
        ScoreCounts counts = new ScoreCounts();
        for (double score : attacks) {
            counts.add(score, true, score > 2);
        }
        for (double score : harmless) {
            counts.add(score, false, score > 2);
        }
        return counts;
    }

    private static CaptureNovelty clean(int dialogs, int unknown, boolean fits) {
        return new CaptureNovelty(true, dialogs, unknown, fits, Map.of());
    }

    /// Of 3 × 2 pairs three are in order, one is equal and counts half.
    @Test
    void equalScoresCountHalf() {
        ScoreCounts counts = scores(new double[]{3, 2, 1}, new double[]{2, 1.5});
        assertEquals(3.5 / 6, counts.auc(Part.ATTACK, Part.HARMLESS), 1e-12);
    }

    @Test
    void scoresThatAreAllEqualSeparateNothing() {
        ScoreCounts counts = scores(new double[]{5, 5, 5}, new double[]{5, 5});
        assertEquals(0.5, counts.auc(Part.ATTACK, Part.HARMLESS), 0);
    }

    @Test
    void onlyUnknownDialogsCountWhereTheyAreAskedFor() {
        ScoreCounts counts = scores(new double[]{9, 1}, new double[]{4, 2, 1});
        assertEquals(1, counts.auc(Part.UNKNOWN_ATTACK, Part.UNKNOWN_HARMLESS), 0);
        assertEquals(0.5, counts.auc(Part.ATTACK, Part.UNKNOWN_HARMLESS), 0);
        assertEquals((3 + 0.5) / 6, counts.auc(Part.ATTACK, Part.HARMLESS), 1e-12);
    }

    @Test
    void withoutOneOfBothPartsThereIsNoAuc() {
        ScoreCounts counts = scores(new double[]{9}, new double[]{1});
        assertTrue(Double.isNaN(counts.auc(Part.ATTACK, Part.UNKNOWN_HARMLESS)));
    }

    @Test
    void countsOfCapturesAddUp() {
        ScoreCounts sum = new ScoreCounts();
        sum.addAll(scores(new double[]{3, 1}, new double[]{2}));
        sum.addAll(scores(new double[]{3}, new double[]{2, 2}));
        assertEquals(3, sum.count(Part.ATTACK));
        assertEquals(6.0 / 9, sum.auc(Part.ATTACK, Part.HARMLESS), 1e-12);
    }

    @Test
    void medianOfAnEvenNumberLiesBetweenBothInTheMiddle() {
        assertEquals(0.1, CaptureTables.median(List.of(clean(10, 9, true), clean(10, 1, true), clean(8, 0, true))),
                1e-12);
        assertEquals(0.05, CaptureTables
                .median(List.of(clean(10, 9, true), clean(10, 1, true), clean(8, 0, true), clean(1, 0, true))), 1e-12);
    }

    @Test
    void intervalIsThatOfItsSeed() {
        List<CaptureNovelty> captures = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            captures.add(clean(10, i % 4 == 0 ? 1 + i % 3 : 0, true));
        }
        Spread one = interval(captures, 1);
        assertEquals(one, interval(captures, 1));
        assertNotEquals(one, interval(captures, 2));
        assertTrue(one.least() < one.mean() && one.mean() < one.most(), one::toString);
    }

    private static Spread interval(List<CaptureNovelty> captures, long seed) {
        return Interval.of(captures, seed, some -> some.stream().mapToInt(CaptureNovelty::unknown).average().orElse(0));
    }

    /// The figure must be as asked, not both ends of its interval.
    @Test
    void requirementsAreAboutTheFigures() {
        List<CaptureNovelty> captures = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            captures.add(clean(10, i == 0 ? 10 : 0, i > 0));
        }
        EvaluationTable table = new CaptureTables(captures, 1).tables().getFirst();
        EvaluationRow unknown = row(table, "unknown, share of all dialogs");
        assertEquals(0.05, unknown.ours().mean(), 1e-12);
        assertEquals(true, unknown.met());
        EvaluationRow interval = row(table, "unknown, share of all dialogs, 95 % interval");
        assertTrue(interval.ours().most() > 0.05, interval::toString);
        assertEquals(true, row(table, "share of captures that the model does not fit").met());
        captures.add(clean(10, 10, false));
        captures.add(clean(10, 10, false));
        EvaluationTable worse = new CaptureTables(captures, 1).tables().getFirst();
        assertEquals(false, row(worse, "unknown, share of all dialogs").met());
        assertEquals(false, row(worse, "share of captures that the model does not fit").met());
    }

    /// What incidents add is no merit of novelty: the figure without them stands beside, each with
    /// its interval.
    @Test
    void noveltyIsMeasuredWithAndWithoutIncidents() {
        List<CaptureNovelty> captures = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Map<String, ScoreCounts> counts =
                    Map.of(CaptureNovelty.SUSPICION, scores(new double[]{9, 8}, new double[]{i % 3, 1}),
                            CaptureNovelty.WITHOUT_INCIDENTS, scores(new double[]{i % 4, 2}, new double[]{i % 3, 1}));
            captures.add(new CaptureNovelty(false, 2, 0, true, counts));
        }
        EvaluationTable table = table(captures, "all-auc");
        Spread with = row(table, "suspicion, with incidents").ours();
        Spread without = row(table, "suspicion, without incidents").ours();
        assertEquals(1, with.mean());
        assertTrue(without.least() < without.mean(), without::toString);
        assertTrue(without.mean() < without.most() && without.most() < 1, without::toString);
        assertEquals(24, row(table, "dialogs of attacks").ours().mean());
    }

    private static EvaluationTable table(List<CaptureNovelty> captures, String id) {
        return new CaptureTables(captures, 1).tables()
                .stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static EvaluationRow row(EvaluationTable table, String name) {
        return table.rows().stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
    }
}
