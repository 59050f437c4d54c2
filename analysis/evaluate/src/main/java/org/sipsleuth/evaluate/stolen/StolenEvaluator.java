package org.sipsleuth.evaluate.stolen;

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
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.run.RunMonitor;

/// Measures which stolen accounts of 5 to 20 calls a day are named, by which means, how long after
/// their first paid call, and how many others are: in as many networks of each [NetworkCase] as
/// splits are asked for. The simplest alternatives are two [AbroadRules].
public final class StolenEvaluator implements Evaluator {

    private static final int CHOOSING = 3;
    private static final long CHOICE_SEEDS_APART = 1_000_000;
    private static final double MOST_OTHERS_A_WEEK = 1;
    private static final long TRIAL_SECONDS = 15;

    private final Methods methods;

    /// @param methods that look for the accounts, with their bundled models
    public StolenEvaluator(Methods methods) {
        this.methods = methods;
    }

    @Override
    public String method() {
        return "stolen-accounts";
    }

    @Override
    public List<PlayedSeeds> seeds(EvaluationRequest request) {
        return List.of(PlayedSeeds.BUNDLED, choice(request), test(request));
    }

    /// What the limit of the simplest rule is chosen on.
    private static PlayedSeeds choice(EvaluationRequest request) {
        return new PlayedSeeds(PlayedSeeds.Purpose.CHOICE, request.seed() + CHOICE_SEEDS_APART,
                request.isQuick() ? 1 : CHOOSING);
    }

    private static PlayedSeeds test(EvaluationRequest request) {
        return PlayedSeeds.testOfBundled(request.seed(), request.splits());
    }

    @Override
    public EvaluationCost cost(EvaluationRequest request) {
        long kinds = kinds(request).size();
        return EvaluationCost.of(Duration.ofSeconds(kinds * TRIAL_SECONDS * (1 + request.splits())), 1_024);
    }

    private static List<NetworkCase> kinds(EvaluationRequest request) {
        return request.isQuick() ? List.of(NetworkCase.OFFICE) : List.of(NetworkCase.values());
    }

    @Override
    public Evaluation evaluate(EvaluationRequest request, RunMonitor monitor, Consumer<String> news)
            throws IOException {
        long start = System.nanoTime();
        NamedAccounts looking = NamedAccounts.of(methods);
        PlayedSeeds test = test(request);
        List<EvaluationTable> tables = new ArrayList<>();
        long stolen = 0;
        for (NetworkCase kind : kinds(request)) {
            news.accept(kind.text() + ", limit of calls abroad");
            int limit = AbroadRules.limit(chosen(kind, request, monitor), MOST_OTHERS_A_WEEK);
            List<StolenTrial> trials = new ArrayList<>();
            for (int i = 0; i < test.count(); i++) {
                news.accept(kind.text() + ", seed " + test.at(i));
                monitor.throwIfCancelled();
                trials.add(StolenTrial.of(kind, kind.perDay(i), test.at(i), limit, looking, monitor));
            }
            tables.addAll(new StolenTables(kind, trials, limit, request.seed()).all());
            stolen += trials.stream().mapToLong(StolenTrial::stolen).sum();
        }
        Map<String, Long> sizes = new LinkedHashMap<>();
        sizes.put("networks of each kind", test.count());
        sizes.put("stolen accounts", stolen);
        return new Evaluation(method(), new Corpus("toll-fraud, social", request.seed(), sizes),
                Duration.ofNanos(System.nanoTime() - start), tables, List.of());
    }

    private static List<PlayedNetwork> chosen(NetworkCase kind, EvaluationRequest request, RunMonitor monitor)
            throws IOException {
        PlayedSeeds choice = choice(request);
        List<PlayedNetwork> networks = new ArrayList<>();
        for (int i = 0; i < choice.count(); i++) {
            networks.add(PlayedNetwork.with(kind, kind.perDay(i), choice.at(i), monitor, (network, _) -> network));
        }
        return networks;
    }
}
