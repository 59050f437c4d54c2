package org.sipsleuth.app.command.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.evaluation.EvaluationCost;
import org.sipsleuth.evaluation.EvaluationRequest;
import org.sipsleuth.evaluation.EvaluationRequest.Extent;
import org.sipsleuth.evaluation.Evaluator;
import org.sipsleuth.evaluation.Evaluators;

/// What evaluations are expected to take.
final class EvaluationCostTest {

    private static final Duration QUICK = Duration.ofMinutes(2);
    private static final long QUICK_MEBIBYTES = 1_024;

    private static EvaluationRequest request(int splits, Extent extent) {
        return new EvaluationRequest(77, splits, extent, List.of(), List.of(), ReadOptions.NONE);
    }

    @Test
    void quickOnesTakeTwoMinutesAtMostAndNoMoreThanUsualOnes() {
        List<String> ofCaptures = new ArrayList<>();
        for (Evaluator each : Evaluators.load().orElseThrow().all()) {
            EvaluationCost quick = each.cost(request(1, Extent.QUICK));
            EvaluationCost usual = each.cost(request(5, Extent.USUAL));
            assertTrue(quick.mebibytes() <= QUICK_MEBIBYTES, each::method);
            if (quick.time().isEmpty()) {
                ofCaptures.add(each.method());
                continue;
            }
            assertTrue(quick.time().get().compareTo(QUICK) <= 0, each::method);
            assertTrue(quick.time().get().compareTo(usual.time().orElseThrow()) < 0, each::method);
            assertTrue(quick.mebibytes() <= usual.mebibytes(), each::method);
        }
        assertEquals(List.of("belief-incidents", "incidents"), ofCaptures);
    }
}
