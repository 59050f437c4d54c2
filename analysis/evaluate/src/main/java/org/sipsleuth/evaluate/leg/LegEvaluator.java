package org.sipsleuth.evaluate.leg;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.sipsleuth.evaluation.Corpus;
import org.sipsleuth.evaluation.Evaluation;
import org.sipsleuth.evaluation.EvaluationCost;
import org.sipsleuth.evaluation.EvaluationRequest;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Evaluator;
import org.sipsleuth.evaluation.PlayedSeeds;
import org.sipsleuth.evaluation.Spread;
import org.sipsleuth.run.RunMonitor;

/// Measures how well the legs of calls are found: each case with as many seeds as splits are asked
/// for. No paper has figures to hold it against.
public final class LegEvaluator implements Evaluator {

    /// The lower ends of the ranges of confidence that are evaluated separately.
    private static final double[] RANGES = {0.1, 0.3, 0.5, 0.7, 0.9, 0.95, 0.99};

    @Override
    public String method() {
        return "legs";
    }

    @Override
    public List<PlayedSeeds> seeds(EvaluationRequest request) {
        return List.of(test(request));
    }

    @Override
    public EvaluationCost cost(EvaluationRequest request) {
        return EvaluationCost.of(Duration.ofSeconds(5L * request.splits()), 512);
    }

    @Override
    public Evaluation evaluate(EvaluationRequest request, RunMonitor monitor, Consumer<String> news)
            throws IOException {
        long start = System.nanoTime();
        List<EvaluationRow> found = new ArrayList<>();
        List<LegTrial.Judged> links = new ArrayList<>();
        long dialogs = 0;
        for (LegCase traffic : LegCase.all()) {
            news.accept(traffic.name());
            List<LegTrial> trials = new ArrayList<>();
            for (int i = 0; i < request.splits(); i++) {
                monitor.throwIfCancelled();
                trials.add(LegTrial.of(traffic, test(request).at(i), monitor));
            }
            addRows(traffic, trials, found);
            for (LegTrial trial : trials) {
                links.addAll(trial.links());
                dialogs += trial.dialogs();
            }
        }
        Map<String, Long> sizes = new LinkedHashMap<>();
        sizes.put("cases", (long) LegCase.all().size());
        sizes.put("seeds", (long) request.splits());
        sizes.put("dialogs", dialogs);
        return new Evaluation(method(), new Corpus("handover, normal", request.seed(), sizes),
                Duration.ofNanos(System.nanoTime() - start),
                List.of(new EvaluationTable("found", "Pairs of dialogs grouped into one call", found),
                        new EvaluationTable("confidence", "Correct links by confidence", confidence(links))),
                List.of());
    }

    private static PlayedSeeds test(EvaluationRequest request) {
        return new PlayedSeeds(PlayedSeeds.Purpose.TEST, request.seed(), request.splits());
    }

    private static void addRows(LegCase traffic, List<LegTrial> trials, List<EvaluationRow> rows) {
        if (!traffic.hasLegs()) {
            rows.add(row(traffic.name() + ": wrong pairs", trials, LegTrial::wrong));
            return;
        }
        rows.add(row(traffic.name() + ": precision", trials, LegTrial::precision));
        rows.add(row(traffic.name() + ": recall", trials, LegTrial::recall));
        rows.add(row(traffic.name() + ": whole calls", trials, LegTrial::wholeCalls));
    }

    private static EvaluationRow row(String name, List<LegTrial> trials, ToDoubleFunction<LegTrial> figure) {
        Spread spread = Spread.of(trials.stream().mapToDouble(figure).toArray());
        return new EvaluationRow(name, null, spread, null);
    }

    private static List<EvaluationRow> confidence(List<LegTrial.Judged> links) {
        List<EvaluationRow> rows = new ArrayList<>();
        for (int i = 0; i < RANGES.length; i++) {
            double from = RANGES[i];
            double to = i + 1 < RANGES.length ? RANGES[i + 1] : 1;
            List<LegTrial.Judged> those =
                    links.stream().filter(link -> link.confidence() >= from && link.confidence() < to).toList();
            if (!those.isEmpty()) {
                double right = those.stream().filter(LegTrial.Judged::isRight).count();
                String name = String.format(Locale.ROOT, "said %.2f to %.2f (%,d links)", from, to, those.size());
                rows.add(new EvaluationRow(name, null, Spread.of(right / those.size()), null));
            }
        }
        return rows;
    }
}
