package org.sipsleuth.evaluate.social;

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
import org.sipsleuth.evaluation.Interval;
import org.sipsleuth.evaluation.PlayedSeeds;
import org.sipsleuth.evaluation.Spread;
import org.sipsleuth.run.RunMonitor;

/// Measures who is flagged by comparison with the rest of the same calls, where no model of the
/// network is known. The simplest alternative is the best limit of the best feature, chosen on
/// another society.
public final class RestEvaluator implements Evaluator {

    /// The societies that limits are chosen on lie far from those of the test.
    private static final long CHOICE_SEEDS_APART = 1_000_000;

    private static final String INTERVAL = ": mean, 95 % interval over seeds";

    @Override
    public String method() {
        return "social-rest";
    }

    @Override
    public List<PlayedSeeds> seeds(EvaluationRequest request) {
        return List.of(choice(request), test(request));
    }

    @Override
    public EvaluationCost cost(EvaluationRequest request) {
        return EvaluationCost.of(Duration.ofSeconds(request.isQuick() ? 30 : 10 + 30L * request.splits()), 1_024);
    }

    @Override
    public Evaluation evaluate(EvaluationRequest request, RunMonitor monitor, Consumer<String> news)
            throws IOException {
        long start = System.nanoTime();
        List<EvaluationTable> tables = new ArrayList<>();
        long users = 0;
        for (RestCase kind : RestCase.all()) {
            if (request.isQuick() && kind.isLong()) {
                continue;
            }
            news.accept(kind.name());
            JudgedUsers chosen = JudgedUsers.of(Society.of(choice(request).at(0), kind.settings(), monitor), monitor);
            FeatureThreshold simple = FeatureThreshold.choose(chosen.rows(), chosen.bad());
            List<RestTrial> trials = new ArrayList<>();
            for (int i = 0; i < test(request).count(); i++) {
                monitor.throwIfCancelled();
                trials.add(RestTrial.of(kind, test(request).at(i), simple, monitor));
            }
            users += trials.stream().mapToInt(RestTrial::users).sum();
            tables.add(table(kind, trials, simple));
        }
        Map<String, Long> sizes = new LinkedHashMap<>();
        sizes.put("seeds", (long) test(request).count());
        sizes.put("users", users);
        return new Evaluation(method(), new Corpus("social", request.seed(), sizes),
                Duration.ofNanos(System.nanoTime() - start), tables, List.of());
    }

    private static PlayedSeeds test(EvaluationRequest request) {
        return new PlayedSeeds(PlayedSeeds.Purpose.TEST, request.seed(), request.isQuick() ? 2 : request.splits());
    }

    private static PlayedSeeds choice(EvaluationRequest request) {
        return new PlayedSeeds(PlayedSeeds.Purpose.CHOICE, request.seed() + CHOICE_SEEDS_APART, 1);
    }

    private static EvaluationTable table(RestCase kind, List<RestTrial> trials, FeatureThreshold simple) {
        List<EvaluationRow> rows = new ArrayList<>();
        rows.add(new EvaluationRow("users with enough calls", null, spread(trials, RestTrial::users), null));
        if (kind.hasAttacks()) {
            rows.add(new EvaluationRow("attackers, misused or called by attackers", null,
                    spread(trials, RestTrial::bad), null));
            rows.add(row("found", trials, RestTrial::found, RestTrial::simpleFound));
        }
        rows.add(row("others flagged", trials, RestTrial::falseOnes, RestTrial::simpleFalse));
        rows.add(new EvaluationRow("captures with another flagged, 95 % interval", null,
                Interval.ofShare(trials.stream().filter(trial -> trial.falseOnes() > 0).count(), trials.size()), null,
                (double) trials.stream().filter(trial -> trial.simpleFalse() > 0).count() / trials.size()));
        String limit = kind.hasAttacks()
                ? String.format(Locale.ROOT, "; simplest: %s above %.2f", simple.feature().name().toLowerCase(Locale.ROOT),
                        simple.above())
                : "";
        return new EvaluationTable(kind.id(), "Compared with the rest, " + kind.name() + limit, rows);
    }

    private static EvaluationRow row(String name, List<RestTrial> trials, ToDoubleFunction<RestTrial> ours,
            ToDoubleFunction<RestTrial> simplest) {
        Spread mean = Interval.of(trials, trials.getFirst().seed(), some -> spread(some, ours).mean());
        return new EvaluationRow(name + INTERVAL, null, mean, null, spread(trials, simplest).mean());
    }

    private static Spread spread(List<RestTrial> trials, ToDoubleFunction<RestTrial> figure) {
        return Spread.of(trials.stream().mapToDouble(figure).toArray());
    }
}
