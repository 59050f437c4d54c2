package org.sipsleuth.evaluate.belief;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.belief.network.TrafficClass;

final class JudgedPeriodsTest {

    private static List<JudgedPeriods.Scores> scores(TrafficClass truth, double... values) {
        return DoubleStream.of(values)
                .mapToObj(value -> new JudgedPeriods.Scores(Optional.of(truth), Map.of(PeriodJudge.NOVELTY, value)))
                .toList();
    }

    private static JudgedPeriods periods(double... attacks) {
        double[] normal = IntStream.rangeClosed(1, 200).mapToDouble(each -> each).toArray();
        return new JudgedPeriods(scores(TrafficClass.NORMAL, normal), scores(TrafficClass.SCAN, attacks), List.of());
    }

    @Test
    void atOneInAHundredFalseTwoOfTwoHundredExceedTheThreshold() {
        JudgedPeriods all = periods(198, 198.5, 300);
        double threshold = all.threshold(PeriodJudge.NOVELTY, 0.01);
        assertEquals(198, threshold);
        assertEquals(0.01, JudgedPeriods.share(all.normal(), each -> each.of(PeriodJudge.NOVELTY) > threshold));
        assertEquals(2 / 3.0, JudgedPeriods.share(all.attacks(), each -> each.of(PeriodJudge.NOVELTY) > threshold));
    }

    /// The tree scores nothing: all are equal, and none exceeds the threshold.
    @Test
    void oneOfBothIsEnough() {
        JudgedPeriods all = periods(198, 198.5, 300);
        assertEquals(2 / 3.0, all.found(PeriodJudge.NOVELTY, 0.01));
        assertEquals(0, all.found(PeriodJudge.TREE, 0.01));
        assertEquals(2 / 3.0, all.together(all.attacks(), 0.01));
        assertEquals(0.01, all.together(all.normal(), 0.01));
    }

    @Test
    void equalScoresCountHalf() {
        assertEquals(1, periods(201, 500).auc(PeriodJudge.NOVELTY));
        assertEquals(0, periods(0.5).auc(PeriodJudge.NOVELTY));
        assertEquals(99.5 / 200, periods(100).auc(PeriodJudge.NOVELTY), 1e-12);
        assertTrue(Double.isNaN(periods().auc(PeriodJudge.NOVELTY)));
    }

    @Test
    void capturesAreCountedTogether() {
        JudgedPeriods all = JudgedPeriods.all(List.of(periods(1), periods(2)));
        assertEquals(400, all.normal().size());
        assertEquals(2, all.attacks().size());
        assertEquals(List.of(TrafficClass.SCAN), all.classes());
    }
}
