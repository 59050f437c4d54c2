package org.sipsleuth.evaluate.belief;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.belief.detection.BeliefMethod;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.run.RunMonitor;

final class NextDayTest {

    @Test
    void theDayAfterTheLearnedOneIsLikeNormalAndAttacksAreNot() throws Exception {
        BeliefModel model = BeliefModel.open(new BeliefMethod().shipped());
        Map<String, Double> rows = new NextDay(model, RunMonitor.NONE).table(BeliefSeeds.networks(41, 1), 1)
                .rows()
                .stream()
                .collect(Collectors.toMap(EvaluationRow::name, each -> each.ours().mean()));
        Function<String, Double> of = name -> rows.getOrDefault(name, Double.NaN);
        assertTrue(of.apply("normal periods of the second day") > 500, rows.toString());
        assertTrue(of.apply("own day: false") <= of.apply("own day, threshold by rank alone: false"), rows.toString());
        assertTrue(of.apply("own day: false") <= 0.002, rows.toString());
        assertTrue(of.apply("own day: found") >= 0.6, rows.toString());
    }
}
