package org.sipsleuth.evaluate.ngram;

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
import org.sipsleuth.ngram.embedding.EmbeddingSettings;
import org.sipsleuth.ngram.embedding.Normalisation;
import org.sipsleuth.run.RunMonitor;

/// Measures paper 3: its Fig. 5 with the paper's sizes, then splits that leave nothing known in
/// both halves, single rules, the dialog's state and the heat map. Of the anomalous messages a part
/// is scored, in Fig. 5 all if that is asked for.
public final class NgramEvaluator implements Evaluator {

    /// What is used outside Fig. 5: 4-grams, identifiers of messages and dialogs replaced.
    static final EmbeddingSettings CHOSEN = EmbeddingSettings.bytes(4).normalised(Normalisation.MESSAGE);

    /// The captures outside the splits: the paper's at 0 and 1, messages as they were sent, odd
    /// dialogs.
    private static final int CAPTURES = 5;

    private static final int AS_PAPER_PLACE = 1;
    private static final int AS_SENT_PLACE = 3;
    private static final int ODD_PLACE = 4;
    private static final int FIRST_OF_SPLITS = 3;

    /// By capture, one trains, one chooses and one tests.
    private static final int LEAST_SPLITS = 3;

    private static final int SOME_ANOMALOUS = 600;

    /// Without `--full`, so many of the 5,000 anomalous messages of a split are scored.
    private static final int SCORED = 1_000;

    private static final int QUICK_SCORED = 100;

    /// Of the paper's messages a part is enough for a look at the tables.
    private static final int QUICK_PART = 4;

    /// Seeds of the captures of one request.
    private static final long SEEDS = 10;

    /// Seeds of the splits of one request.
    private static final long SEEDS_OF_SPLITS = 1_000;

    private static final Map<String, String> PAPER =
            Map.of("normal-dialogs", "900", "mutated-dialogs", "10400", "permute", "yes");
    private static final Map<String, String> AS_PAPER = Map.of("normal-dialogs", "900", "mutated-dialogs", "10400");
    private static final Map<String, String> PART =
            Map.of("normal-dialogs", "900", "mutated-dialogs", "800", "permute", "yes");
    private static final Map<String, String> QUICK_OF_SPLIT =
            Map.of("normal-dialogs", "300", "mutated-dialogs", "250", "permute", "yes");
    private static final Map<String, String> AS_SENT = Map.of("normal-dialogs", "900", "mutated-dialogs", "0");
    private static final Map<String, String> ODD = Map.of("normal-dialogs", "2000", "odd-dialogs", "300");

    @Override
    public String method() {
        return "ngram";
    }

    @Override
    public List<PlayedSeeds> seeds(EvaluationRequest request) {
        return List.of(captures(request), ofSplits(request));
    }

    private static PlayedSeeds captures(EvaluationRequest request) {
        return new PlayedSeeds(PlayedSeeds.Purpose.DIVIDED, request.seed() * SEEDS, CAPTURES);
    }

    /// A capture for each split.
    private static PlayedSeeds ofSplits(EvaluationRequest request) {
        return new PlayedSeeds(PlayedSeeds.Purpose.DIVIDED, request.seed() * SEEDS_OF_SPLITS + FIRST_OF_SPLITS,
                Math.max(LEAST_SPLITS, request.splits()));
    }

    @Override
    public EvaluationCost cost(EvaluationRequest request) {
        return EvaluationCost.of(
                request.isQuick() ? Duration.ofMinutes(2)
                        : Duration.ofSeconds(120 + (request.isFull() ? 300L : 60L) * request.splits()),
                request.isQuick() ? 1_024 : 2_048);
    }

    @Override
    public Evaluation evaluate(EvaluationRequest request, RunMonitor monitor, Consumer<String> news)
            throws IOException {
        long start = System.nanoTime();
        int splits = request.splits();
        long seed = request.seed();
        PlayedSeeds played = captures(request);
        news.accept("simulating");
        SimulatedMessages all = SimulatedMessages.of("mutations", played.at(0), PAPER, monitor);
        List<LabelledMessage> sent =
                SimulatedMessages.of("mutations", played.at(AS_SENT_PLACE), AS_SENT, monitor).distinct().normal();
        SimulatedMessages odd = SimulatedMessages.of("odd-dialogs", played.at(ODD_PLACE), ODD, monitor);
        SimulatedMessages ofPaper = ofPaper(all, request);
        PaperSetting paper = new PaperSetting(ofPaper, scored(request), splits, seed, monitor, news);
        paper.measure();
        List<EvaluationTable> tables = new ArrayList<>();
        tables.add(paper.table());
        tables.addAll(otherAttacks(request, played, monitor, news));
        news.accept("splits");
        List<SimulatedMessages> some = new ArrayList<>();
        PlayedSeeds ofSplits = ofSplits(request);
        for (long place = 0; place < ofSplits.count(); place++) {
            some.add(SimulatedMessages
                    .of("mutations", ofSplits.at(place), request.isQuick() ? QUICK_OF_SPLIT : PART, monitor)
                    .distinct()
                    .ofDialogs(SOME_ANOMALOUS, seed));
        }
        tables.add(new HonestSplits(some, seed, monitor).table());
        news.accept("rules");
        tables.add(new RuleTable(sent, splits, seed, monitor).table());
        news.accept("context");
        tables.add(new ContextTable(odd, splits, seed, monitor).table());
        news.accept("heat map");
        tables.add(new HeatMapTable(sent, seed, monitor).table());
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("normal messages", (long) ofPaper.normal().size());
        counts.put("anomalous messages", (long) ofPaper.anomalous().size());
        counts.put("splits", (long) splits);
        return new Evaluation(method(), new Corpus("mutations, odd-dialogs", seed, counts),
                Duration.ofNanos(System.nanoTime() - start), tables, List.of(paper.figure()));
    }

    private static int scored(EvaluationRequest request) {
        return switch (request.extent()) {
            case QUICK -> QUICK_SCORED;
            case USUAL -> SCORED;
            case FULL -> PaperSetting.ANOMALOUS / 2;
        };
    }

    /// As many messages as the paper has.
    private static SimulatedMessages ofPaper(SimulatedMessages all, EvaluationRequest request) {
        int part = request.isQuick() ? QUICK_PART : 1;
        return all.first(PaperSetting.NORMAL / part, PaperSetting.ANOMALOUS / part);
    }

    /// Fig. 5 with the attacks permuted only, and with test cases of another stack, broken and not.
    private static List<EvaluationTable> otherAttacks(EvaluationRequest request, PlayedSeeds played, RunMonitor monitor,
            Consumer<String> news) throws IOException {
        SimulatedMessages all =
                ofPaper(SimulatedMessages.of("mutations", played.at(AS_PAPER_PLACE), AS_PAPER, monitor), request);
        Map<String, SimulatedMessages> attacks = new LinkedHashMap<>();
        attacks.put("Attacks permuted, normal messages as sent", all.withPermutedAttacks(request.seed()));
        attacks.put("Test cases of another stack, as PROTOS makes them",
                all.against(OtherStack.broken(PaperSetting.ANOMALOUS, request.seed())));
        attacks.put("Messages of that stack, not broken",
                all.against(OtherStack.unbroken(PaperSetting.ANOMALOUS, request.seed())));
        List<EvaluationTable> tables = new ArrayList<>();
        for (Map.Entry<String, SimulatedMessages> each : attacks.entrySet()) {
            news.accept("Fig. 5: " + each.getKey());
            PaperSetting setting = new PaperSetting(each.getValue(), Math.min(SCORED, scored(request)),
                    request.splits(), request.seed(), monitor, news);
            setting.measureChosen();
            tables.add(setting.table("Fig 5 " + (char) ('a' + tables.size()), each.getKey() + ". "));
        }
        return tables;
    }
}
