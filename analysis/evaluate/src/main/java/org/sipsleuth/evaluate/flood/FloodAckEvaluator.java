package org.sipsleuth.evaluate.flood;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.sipsleuth.evaluate.flood.FloodVerdicts.Choice;
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

/// Measures how soon a missing ACK shows a flood: the share of windows that are wrong by the ACKs
/// overdue some time after the window, on as many captures as splits are asked for; then the rule
/// of overdue INVITEs beside the bundled GRU ([RuleTables]). Floods have the identities of real
/// users, and normal calls go on. No network is trained.
public final class FloodAckEvaluator implements Evaluator {

    private static final int CHOOSING = 3;
    private static final long CHOICE_SEEDS_APART = 1_000_000;
    private static final double NANOS_IN_MILLI = 1e6;
    private static final double HIGH = 0.99;

    private static final List<Duration> WAITS = List.of(Duration.ZERO, Duration.ofMillis(500), Duration.ofSeconds(1),
            Duration.ofSeconds(2), Duration.ofSeconds(4));

    @Override
    public String method() {
        return "flood-ack";
    }

    @Override
    public List<PlayedSeeds> seeds(EvaluationRequest request) {
        return List.of(PlayedSeeds.BUNDLED, choice(request), test(request));
    }

    private static PlayedSeeds choice(EvaluationRequest request) {
        return new PlayedSeeds(PlayedSeeds.Purpose.CHOICE, request.seed() + CHOICE_SEEDS_APART,
                request.isQuick() ? 1 : CHOOSING);
    }

    private static PlayedSeeds test(EvaluationRequest request) {
        return PlayedSeeds.testOfBundled(request.seed(), request.splits());
    }

    @Override
    public EvaluationCost cost(EvaluationRequest request) {
        return EvaluationCost.of(Duration.ofSeconds(20 + 40L * request.splits()), request.isQuick() ? 1_024 : 2_048);
    }

    @Override
    public Evaluation evaluate(EvaluationRequest request, RunMonitor monitor, Consumer<String> news)
            throws IOException {
        long start = System.nanoTime();
        FloodSet choose = FloodSet.whole(FloodTraffic.LEGITIMATE, choice(request), monitor, news);
        FloodSet test = FloodSet.whole(FloodTraffic.LEGITIMATE, test(request), monitor, news);
        List<EvaluationTable> tables = new ArrayList<>(List.of(waiting(choose, test, request.seed()), delays(test)));
        tables.addAll(new RuleTables(choice(request), test(request), request.seed(), monitor, news).all());
        Map<String, Long> sizes = new LinkedHashMap<>();
        sizes.put("captures", (long) test.captures().size());
        sizes.put("windows", (long) test.size());
        return new Evaluation(method(), new Corpus(FloodCapture.SCENARIO, request.seed(), sizes),
                Duration.ofNanos(System.nanoTime() - start), tables, List.of());
    }

    private static EvaluationTable waiting(FloodSet choose, FloodSet test, long seed) {
        FloodVerdicts simple = FloodRows.bestSingle(choose, Choice.ALL).on(test);
        double simpleError = simple.counts(Choice.ALL).error();
        List<EvaluationRow> rows = new ArrayList<>();
        for (Duration wait : WAITS) {
            FloodVerdicts ours = FloodRows.Simple.of(choose, WindowScorer.ofOverdue(wait), Choice.ALL).on(test);
            String name = String.format(Locale.ROOT, "%.1f s after the window's last INVITE", wait.toMillis() / 1e3);
            rows.add(new EvaluationRow(name + ": share misclassified", null, error(ours, seed), null, simpleError));
        }
        FloodVerdicts afterwards = FloodRows.Simple.of(choose, WindowScorer.ofUnacknowledged(), Choice.ALL).on(test);
        rows.add(
                new EvaluationRow("afterwards: share misclassified", null, error(afterwards, seed), null, simpleError));
        rows.add(new EvaluationRow("share of windows that belong to a flood", null,
                Spread.of((double) test.countOf(true) / test.size()), null));
        return new EvaluationTable("waiting",
                "Answered, ACK overdue by 100 ms; 95 % intervals over captures; simplest: the best single input", rows);
    }

    private static Spread error(FloodVerdicts verdicts, long seed) {
        return Interval.of(verdicts.eachCounts(Choice.ALL), seed, some -> FloodVerdicts.sum(some).error());
    }

    private static EvaluationTable delays(FloodSet test) {
        double[] millis = test.captures()
                .stream()
                .flatMap(capture -> capture.acknowledgements().delays().stream())
                .mapToDouble(nanos -> nanos / NANOS_IN_MILLI)
                .sorted()
                .toArray();
        return new EvaluationTable("delay", "From the final response to its ACK, ms",
                List.of(row("ACKs", millis.length), row("median", millis[millis.length / 2]),
                        row("99 %", millis[(int) (millis.length * HIGH)]), row("largest", millis[millis.length - 1])));
    }

    private static EvaluationRow row(String name, double value) {
        return new EvaluationRow(name, null, Spread.of(value), null);
    }
}
