package org.sipsleuth.evaluate.edge;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.sipsleuth.edge.overlay.OverlayBorder;
import org.sipsleuth.edge.overlay.OverlayResult;
import org.sipsleuth.edge.overlay.OverlaySettings;
import org.sipsleuth.edge.overlay.ProtectionOverlay;
import org.sipsleuth.edge.replay.ReplayInput;
import org.sipsleuth.edge.traffic.MessageScans;
import org.sipsleuth.evaluation.Corpus;
import org.sipsleuth.evaluation.Evaluation;
import org.sipsleuth.evaluation.EvaluationCost;
import org.sipsleuth.evaluation.EvaluationRequest;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Evaluator;
import org.sipsleuth.evaluation.Expectation;
import org.sipsleuth.evaluation.PlayedSeeds;
import org.sipsleuth.evaluation.Spread;
import org.sipsleuth.run.RunMonitor;

/// Measures what each protection of a border does against simulated attacks, and what the overlay
/// adds: with as many seeds as splits are asked for.
public final class EdgeEvaluator implements Evaluator {

    private static final double[] DELAYS = {0, 10, 60};
    private static final double LEAST_WITH = 0.95;
    private static final long TRAINING_SEEDS_APART = 1_000;

    @Override
    public String method() {
        return "edge";
    }

    @Override
    public List<PlayedSeeds> seeds(EvaluationRequest request) {
        return List.of(training(request), test(request));
    }

    @Override
    public EvaluationCost cost(EvaluationRequest request) {
        return EvaluationCost.of(Duration.ofSeconds(25L * request.splits()), 1_024);
    }

    @Override
    public Evaluation evaluate(EvaluationRequest request, RunMonitor monitor, Consumer<String> news)
            throws IOException {
        long start = System.nanoTime();
        List<EvaluationTable> tables = new ArrayList<>();
        long messages = 0;
        for (EdgeCase attack : EdgeCase.all()) {
            news.accept(attack.name());
            List<EdgeTrial> trials = new ArrayList<>();
            for (int i = 0; i < request.splits(); i++) {
                monitor.throwIfCancelled();
                trials.add(EdgeTrial.of(attack, training(request).at(i), test(request).at(i), monitor));
            }
            tables.add(table(attack, trials));
            messages += trials.stream().mapToLong(EdgeTrial::messages).sum();
        }
        news.accept("overlay");
        tables.add(overlay(request, monitor));
        Map<String, Long> sizes = new LinkedHashMap<>();
        sizes.put("cases", (long) EdgeCase.all().size());
        sizes.put("seeds", (long) request.splits());
        sizes.put("messages", messages);
        return new Evaluation(method(),
                new Corpus("invite-flood, scan, password-cracking, mutations", request.seed(), sizes),
                Duration.ofNanos(System.nanoTime() - start), tables, List.of());
    }

    /// What signatures are derived from.
    private static PlayedSeeds training(EvaluationRequest request) {
        return new PlayedSeeds(PlayedSeeds.Purpose.TRAINING, request.seed() + TRAINING_SEEDS_APART, request.splits());
    }

    private static PlayedSeeds test(EvaluationRequest request) {
        return new PlayedSeeds(PlayedSeeds.Purpose.TEST, request.seed(), request.splits());
    }

    private static EvaluationTable table(EdgeCase attack, List<EdgeTrial> trials) {
        List<EvaluationRow> rows = new ArrayList<>();
        for (String set : trials.getFirst().figures().keySet()) {
            Expectation must = attack.isFlood() && set.equals("queues") ? Expectation.atLeast(LEAST_WITH) : null;
            rows.add(new EvaluationRow(set + ": legitimate calls completed", null,
                    spread(trials, set, EdgeTrial.Figures::calls), must));
            rows.add(new EvaluationRow(set + ": attack messages that reach the stack", null,
                    spread(trials, set, EdgeTrial.Figures::passed), null));
            rows.add(new EvaluationRow(set + ": attack requests answered", null,
                    spread(trials, set, EdgeTrial.Figures::answered), null));
        }
        return new EvaluationTable(attack.name(), "Protections against: " + attack.name(), rows);
    }

    private static Spread spread(List<EdgeTrial> trials, String set, ToDoubleFunction<EdgeTrial.Figures> figure) {
        return Spread.of(trials.stream().mapToDouble(trial -> figure.applyAsDouble(trial.of(set))).toArray());
    }

    private static EvaluationTable overlay(EvaluationRequest request, RunMonitor monitor) throws IOException {
        List<List<OverlayResult>> bySeed = new ArrayList<>();
        for (int i = 0; i < request.splits(); i++) {
            bySeed.add(EdgeCaptures.with("mutations", Map.of(), test(request).at(i), monitor,
                    input -> overlays(input, monitor)));
        }
        List<EvaluationRow> rows = new ArrayList<>();
        for (int d = 0; d < DELAYS.length; d++) {
            int place = d;
            String name = "delay %.0f s: ".formatted(DELAYS[d]);
            rows.add(new EvaluationRow(name + "attack messages before the first signature", null,
                    share(bySeed, place, OverlayBorder::before), null));
            rows.add(new EvaluationRow(name + "stopped by signatures", null,
                    share(bySeed, place, OverlayBorder::stopped), null));
            rows.add(new EvaluationRow(name + "through in spite of signatures", null,
                    share(bySeed, place, OverlayBorder::through), null));
        }
        return new EvaluationTable("overlay", "Two borders that share signatures of malformed messages", rows);
    }

    private static Spread share(List<List<OverlayResult>> bySeed, int place, ToDoubleFunction<OverlayBorder> part) {
        return Spread.of(bySeed.stream()
                .map(each -> each.get(place).borders())
                .mapToDouble(borders -> borders.stream().mapToDouble(part).sum()
                        / borders.stream().mapToInt(OverlayBorder::attack).sum())
                .toArray());
    }

    /// Two borders: sources with an even and with an odd number.
    private static List<OverlayResult> overlays(ReplayInput input, RunMonitor monitor) {
        BitSet malformed = new MessageScans(input.traffic(), monitor).malformed();
        ReplayInput marked = input.with(input.facts().withAnomalous(malformed));
        List<OverlayResult> results = new ArrayList<>();
        for (double delay : DELAYS) {
            results.add(ProtectionOverlay.of(marked, OverlaySettings.USUAL.withDelay(delay),
                    message -> input.traffic().peer(message) % 2 == 0 ? "A" : "B", monitor));
        }
        return results;
    }
}
