package org.sipsleuth.evaluate.sequence;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
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
import org.sipsleuth.sequence.corpus.MessageChoice;
import org.sipsleuth.sequence.corpus.SequenceCorpus;
import org.sipsleuth.sequence.training.TrainingSettings;

/// Measures what it adds to Tables 8 and 9 that the network is selected with dialogs of which it is
/// known that they are unknown: a CNN for each of as many corpora as splits are asked for, selected
/// with the validation set, and the first that knows all trained dialogs, which needs none.
public final class SelectionEvaluator implements Evaluator {

    /// What both selections make of a corpus, and the simplest detector.
    private record Corpora(EvaluationRun labelled, EvaluationRun unlabelled, Confusion simplest) {

        double gain(Function<EvaluationRun, Confusion> table) {
            return table.apply(labelled).f1() - table.apply(unlabelled).f1();
        }
    }

    /// The detector without a network that is neither exact by definition nor counts all.
    private static final String SIMPLEST = "Markov model";

    @Override
    public String method() {
        return "sequence-selection";
    }

    @Override
    public List<PlayedSeeds> seeds(EvaluationRequest request) {
        return List.of(new PlayedSeeds(PlayedSeeds.Purpose.DIVIDED, request.seed(), request.splits()));
    }

    @Override
    public EvaluationCost cost(EvaluationRequest request) {
        return EvaluationCost.of(Duration.ofSeconds(60L * request.splits()), 1_024);
    }

    @Override
    public Evaluation evaluate(EvaluationRequest request, RunMonitor monitor, Consumer<String> news)
            throws IOException {
        long start = System.nanoTime();
        List<Corpora> all = new ArrayList<>();
        PlayedSeeds seeds = seeds(request).getFirst();
        for (long place = 0; place < seeds.count(); place++) {
            long seed = seeds.at(place);
            SequenceCorpus corpus = PaperDialogsCapture.of(seed, monitor).split(0, seed);
            all.add(new Corpora(run("seed " + seed + ", selected", corpus, seed, monitor, news),
                    run("seed " + seed + ", first", withoutValidation(corpus), seed, monitor, news), SimpleDetectors
                            .confusion(corpus, Objects.requireNonNull(SimpleDetectors.of(corpus).get(SIMPLEST)))));
        }
        List<EvaluationTable> tables = List.of(
                table("8", "Skewness and kurtosis: trained dialogs are positive, all parts joined", all,
                        EvaluationRun::byMoments, new double[]{0.958333, 0.791166, 0.882675}, request.seed()),
                table("9", "Maximum output: trained dialogs are positive, all parts joined", all,
                        EvaluationRun::byMaximum, new double[]{0.958333, 0.639462, 0.779380}, request.seed()));
        Map<String, Long> sizes = new LinkedHashMap<>();
        sizes.put("corpora", (long) all.size());
        sizes.put("dialogs", all.stream().mapToLong(each -> each.labelled().corpus().dialogs()).sum());
        return new Evaluation(method(), new Corpus(PaperDialogsCapture.SCENARIO, request.seed(), sizes),
                Duration.ofNanos(System.nanoTime() - start), tables, List.of());
    }

    private static EvaluationRun run(String name, SequenceCorpus corpus, long seed, RunMonitor monitor,
            Consumer<String> news) {
        return EvaluationRun.of(name, corpus,
                SequenceEvaluator.settings(TrainingSettings.convolution(seed), MessageChoice.PAPER), monitor, news);
    }

    /// The same, with the dialogs of the validation set in the test: what is measured is all dialogs
    /// in both cases.
    static SequenceCorpus withoutValidation(SequenceCorpus corpus) {
        return new SequenceCorpus(corpus.entries()
                .stream()
                .map(entry -> new SequenceCorpus.Entry(entry.types(), entry.training(), 0,
                        entry.validation() + entry.test()))
                .toList());
    }

    private static EvaluationTable table(String id, String title, List<Corpora> all,
            Function<EvaluationRun, Confusion> table, double[] paper, long seed) {
        List<EvaluationRow> rows = new ArrayList<>();
        double[] simplest = {
            mean(all, Confusion::trueNegativeRate),
            mean(all, Confusion::truePositiveRate),
            mean(all, Confusion::f1)};
        List<ToDoubleFunction<Confusion>> figures =
                List.of(Confusion::trueNegativeRate, Confusion::truePositiveRate, Confusion::f1);
        List<String> names = List.of("true negatives", "true positives", "F1");
        for (int i = 0; i < names.size(); i++) {
            ToDoubleFunction<Confusion> figure = figures.get(i);
            rows.add(row("selected with unknown dialogs: " + names.get(i), paper[i],
                    interval(all, seed, each -> figure.applyAsDouble(table.apply(each.labelled()))), simplest[i]));
            rows.add(row("selected without: " + names.get(i), paper[i],
                    interval(all, seed, each -> figure.applyAsDouble(table.apply(each.unlabelled()))), simplest[i]));
        }
        rows.add(row("gain of F1 by selecting with them", null, interval(all, seed, each -> each.gain(table)), null));
        rows.add(row("least true negatives of a corpus, selected with unknown dialogs", null, Spread.of(
                all.stream().mapToDouble(each -> table.apply(each.labelled()).trueNegativeRate()).min().orElseThrow()),
                null));
        rows.add(row("least true negatives of a corpus, selected without", null,
                Spread.of(all.stream()
                        .mapToDouble(each -> table.apply(each.unlabelled()).trueNegativeRate())
                        .min()
                        .orElseThrow()),
                null));
        return new EvaluationTable(id, title + "; 95 % intervals over corpora; simplest: a Markov model", rows);
    }

    private static double mean(List<Corpora> all, ToDoubleFunction<Confusion> figure) {
        return all.stream().mapToDouble(each -> figure.applyAsDouble(each.simplest())).average().orElseThrow();
    }

    private static Spread interval(List<Corpora> all, long seed, ToDoubleFunction<Corpora> figure) {
        return Interval.of(all, seed, some -> some.stream().mapToDouble(figure).average().orElseThrow());
    }

    private static EvaluationRow row(String name, @Nullable Double paper, Spread ours, @Nullable Double simplest) {
        return new EvaluationRow(name, paper, ours, null, simplest);
    }
}
