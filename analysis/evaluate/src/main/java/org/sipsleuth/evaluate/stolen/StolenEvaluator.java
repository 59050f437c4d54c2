package org.sipsleuth.evaluate.stolen;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
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
import org.sipsleuth.finding.Detector;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.run.RunMonitor;

/// Measures which stolen accounts are named, by which method, and how long after their first paid
/// call. The simplest alternatives are two rules about calls abroad.
public final class StolenEvaluator implements Evaluator {

    /// Calls of a stolen account on a day, one after the other by seed.
    private static final List<Integer> PER_DAY = List.of(5, 10, 15, 20);

    private static final double DAYS_OF_A_WEEK = 7;

    private static final List<String> MEANS = List.of(StolenTrial.INCIDENTS, StolenTrial.SOCIAL, StolenTrial.BELIEFS,
            StolenTrial.ANY, StolenTrial.OFTEN, StolenTrial.NEW_RANGE);

    private final Methods methods;

    public StolenEvaluator(Methods methods) {
        this.methods = methods;
    }

    @Override
    public String method() {
        return "stolen-accounts";
    }

    @Override
    public List<PlayedSeeds> seeds(EvaluationRequest request) {
        return List.of(PlayedSeeds.BUNDLED, test(request));
    }

    @Override
    public EvaluationCost cost(EvaluationRequest request) {
        return EvaluationCost.of(Duration.ofSeconds(30L * test(request).count()), 1_024);
    }

    private static PlayedSeeds test(EvaluationRequest request) {
        return PlayedSeeds.testOfBundled(request.seed(), request.isQuick() ? 1 : request.splits());
    }

    @Override
    public Evaluation evaluate(EvaluationRequest request, RunMonitor monitor, Consumer<String> news)
            throws IOException {
        long start = System.nanoTime();
        Map<String, Detector> detectors = detectors();
        PlayedSeeds test = test(request);
        List<StolenTrial> trials = new ArrayList<>();
        for (int i = 0; i < test.count(); i++) {
            news.accept("seed " + test.at(i));
            monitor.throwIfCancelled();
            trials.add(StolenTrial.of(PER_DAY.get(i % PER_DAY.size()), test.at(i), detectors, monitor));
        }
        List<EvaluationRow> rows = new ArrayList<>();
        MEANS.forEach(means -> addRows(means, trials, rows));
        for (int perDay : PER_DAY) {
            List<StolenTrial> those = trials.stream().filter(trial -> trial.perDay() == perDay).toList();
            if (!those.isEmpty()) {
                rows.add(share(perDay + " calls a day, " + StolenTrial.ANY, StolenTrial.ANY, those));
            }
        }
        Map<String, Long> sizes = new LinkedHashMap<>();
        sizes.put("seeds", (long) trials.size());
        sizes.put("stolen accounts", trials.stream().mapToLong(trial -> trial.accounts().size()).sum());
        return new Evaluation(method(), new Corpus("toll-fraud", request.seed(), sizes),
                Duration.ofNanos(System.nanoTime() - start),
                List.of(new EvaluationTable("stolen", "Stolen accounts of 5 to 20 calls a day", rows)), List.of());
    }

    private Map<String, Detector> detectors() throws IOException {
        Map<String, Detector> detectors = new LinkedHashMap<>();
        for (ModelFile model : methods.shipped()) {
            String kind = model.kind();
            boolean isTrained = methods.named(kind).orElseThrow().isTrained();
            if (!isTrained || Set.of("social", "belief").contains(kind)) {
                try {
                    detectors.put("belief".equals(kind) ? StolenTrial.BELIEFS : kind, methods.detector(model));
                } catch (ModelFormatException impossible) {
                    throw new IOException("bundled model: " + impossible.getMessage(), impossible);
                }
            }
        }
        return detectors;
    }

    private static void addRows(String means, List<StolenTrial> trials, List<EvaluationRow> rows) {
        rows.add(share(means, means, trials));
        double[] minutes = trials.stream()
                .flatMapToDouble(trial -> times(trial, means))
                .sorted()
                .toArray();
        if (minutes.length > 0) {
            rows.add(new EvaluationRow(means + ": minutes from the first paid call, median, least, most", null,
                    new Spread(minutes[minutes.length / 2], minutes[0], minutes[minutes.length - 1]), null));
        }
        rows.add(new EvaluationRow(means + ": false accounts a week, 95 % interval", null,
                Interval.of(trials, trials.size(), falseAWeek(means)), null));
    }

    private static ToDoubleFunction<List<StolenTrial>> falseAWeek(String means) {
        return some -> DAYS_OF_A_WEEK
                * some.stream().mapToDouble(trial -> trial.falseOnes().getOrDefault(means, 0) / trial.days()).average()
                        .orElseThrow();
    }

    private static DoubleStream times(StolenTrial trial, String means) {
        return trial.minutes().getOrDefault(means, Map.of()).values().stream().mapToDouble(each -> each);
    }

    private static EvaluationRow share(String name, String means, List<StolenTrial> trials) {
        long all = trials.stream().mapToLong(trial -> trial.accounts().size()).sum();
        long named = trials.stream().mapToLong(trial -> times(trial, means).count()).sum();
        return new EvaluationRow(name + ": share named, 95 % interval", null, Interval.ofShare(named, all), null);
    }
}
