package org.sipsleuth.evaluate.belief;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.sipsleuth.evaluation.Corpus;
import org.sipsleuth.evaluation.Evaluation;
import org.sipsleuth.evaluation.EvaluationCost;
import org.sipsleuth.evaluation.EvaluationRequest;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Evaluator;
import org.sipsleuth.evaluation.PlayedSeeds;
import org.sipsleuth.run.RunMonitor;

/// Measures what is found of kinds of traffic that nothing was learned of ([KindsLeftOut]), on as
/// many trials as splits are asked for. The bundled model is not used.
public final class KindEvaluator implements Evaluator {

    private static final long TRAINING_SECONDS = 150;
    private static final long TRIAL_SECONDS = 30;

    @Override
    public String method() {
        return "belief-kinds";
    }

    @Override
    public List<PlayedSeeds> seeds(EvaluationRequest request) {
        List<PlayedSeeds> seeds = new ArrayList<>(BeliefSeeds.trials(request));
        seeds.add(BeliefSeeds.training(request.seed()));
        return seeds;
    }

    @Override
    public EvaluationCost cost(EvaluationRequest request) {
        return EvaluationCost.of(
                Duration.ofSeconds((request.isQuick() ? 0 : TRAINING_SECONDS) + TRIAL_SECONDS * request.splits()),
                1_024);
    }

    @Override
    public Evaluation evaluate(EvaluationRequest request, RunMonitor monitor, Consumer<String> news)
            throws IOException {
        long start = System.nanoTime();
        news.accept("training traffic");
        List<LabelledTraffic> training = LabelledTraffic.simulated(BeliefSeeds.training(request.seed()), monitor);
        List<List<LabelledTraffic>> trials = new ArrayList<>();
        for (PlayedSeeds seeds : BeliefSeeds.trials(request)) {
            news.accept("traffic of trial " + (trials.size() + 1));
            trials.add(LabelledTraffic.simulated(seeds, monitor));
        }
        List<String> kinds = KindsLeftOut.kinds();
        List<String> some = request.isQuick() ? kinds.subList(1, 2) : kinds;
        List<EvaluationTable> tables = List.of(new KindsLeftOut(training, trials, monitor, news).table(some));
        Map<String, Long> sizes = new LinkedHashMap<>();
        sizes.put("trials", (long) trials.size());
        sizes.put("captures of each", (long) training.size());
        return new Evaluation(method(), new Corpus("normal, social and five attacks", request.seed(), sizes),
                Duration.ofNanos(System.nanoTime() - start), tables, List.of());
    }
}
