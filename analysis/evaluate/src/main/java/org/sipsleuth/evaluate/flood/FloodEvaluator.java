package org.sipsleuth.evaluate.flood;

import java.io.IOException;
import java.nio.file.Path;
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
import org.sipsleuth.flood.detection.FloodModel;
import org.sipsleuth.run.RunMonitor;

/// Measures paper 2: its Tables 1, 3 and 4 in its own setting, then where identities carry no
/// information, per rate and behaviour, each figure beside the simplest alternative and the best
/// possible error. A tenth of the paper's windows, unless all is asked for: then the paper's own
/// setting has all, and nothing else is measured.
///
/// Simulated seeds: 1–99 train, 101–199 choose thresholds, 201–999 test. Each seed of a request has
/// a thousand of its own.
public final class FloodEvaluator implements Evaluator {

    private static final long USUAL_SEED = 77;
    private static final long REQUESTS = 1_000_000;
    private static final long CORPUS = 1_000;
    private static final long TRAIN = 1;
    private static final long LEGITIMATE_TRAIN = 51;
    private static final long CHOOSE = 101;
    private static final long LEGITIMATE_CHOOSE = 121;
    static final long CELL_CHOOSE = 131;
    private static final long TEST = 201;
    private static final long LEGITIMATE_TEST = 301;
    static final long CELL_TEST = 401;
    private static final int MOST_CAPTURES = 50;

    /// So many windows of each kind show what a step does.
    private static final int FINE = 20_000;

    private static final int QUICK_PART = 20;

    /// Where identities carry no information, half as many windows are learned.
    private static final int LEGITIMATE_PART = 2;

    @Override
    public String method() {
        return FloodModel.KIND;
    }

    @Override
    public List<PlayedSeeds> seeds(EvaluationRequest request) {
        List<PlayedSeeds> seeds = new ArrayList<>();
        for (long first : List.of(TRAIN, LEGITIMATE_TRAIN)) {
            seeds.add(seeds(first, request.seed()));
        }
        for (long first : List.of(CHOOSE, LEGITIMATE_CHOOSE)) {
            seeds.add(seeds(first, request.seed()));
        }
        for (long first : List.of(TEST, LEGITIMATE_TEST)) {
            seeds.add(seeds(first, request.seed()));
        }
        for (int cell = 0; cell < RateCells.count(); cell++) {
            seeds.add(seeds(RateCells.choose(cell), request.seed()));
            seeds.add(seeds(RateCells.test(cell), request.seed()));
        }
        return seeds;
    }

    /// The seeds from one on, moved to those of the corpus: at most 50, and none that belongs to
    /// another purpose.
    private static PlayedSeeds seeds(long first, long seed) {
        PlayedSeeds.Purpose purpose = first < CHOOSE ? PlayedSeeds.Purpose.TRAINING
                : first < TEST ? PlayedSeeds.Purpose.CHOICE
                : PlayedSeeds.Purpose.TEST;
        long end = switch (purpose) {
            case TRAINING -> CHOOSE;
            case CHOICE -> TEST;
            case TEST, DIVIDED -> CORPUS;
        };
        long moved = first + Math.floorMod(seed - USUAL_SEED, REQUESTS) * CORPUS;
        return new PlayedSeeds(purpose, moved, Math.min(MOST_CAPTURES, end - first));
    }

    @Override
    public EvaluationCost cost(EvaluationRequest request) {
        return switch (request.extent()) {
            case QUICK -> EvaluationCost.of(Duration.ofMinutes(2), 1_024);
            case USUAL -> EvaluationCost.of(Duration.ofMinutes(14), 1_024);
            case FULL -> EvaluationCost.of(Duration.ofHours(2), 8_192);
        };
    }

    @Override
    public Evaluation evaluate(EvaluationRequest request, RunMonitor monitor, Consumer<String> news)
            throws IOException {
        long start = System.nanoTime();
        List<ChangePoints> changes = new ArrayList<>();
        for (Path run : request.traffic()) { // first, so that a file of another kind ends it soon
            changes.add(ChangePoints.read(run));
        }
        FloodSizes sizes = sizes(request);
        Play play = new Play(request.seed(), request.isQuick(), monitor, news);
        FloodSet train = play.set(FloodTraffic.PAPER.longer(request.isFull()), TRAIN,
                sizes.of(FloodSizes.TRAIN_LEGITIMATE), sizes.of(FloodSizes.TRAIN_MALICIOUS));
        FloodSet choose = play.set(FloodTraffic.PAPER, CHOOSE, sizes.of(FloodSizes.VALIDATION_LEGITIMATE),
                sizes.of(FloodSizes.VALIDATION_MALICIOUS));
        FloodSet first = play.test(FloodTraffic.PAPER.dataset(1), TEST, sizes);
        FloodSet second = play.test(FloodTraffic.PAPER.dataset(2), TEST, sizes);
        FloodNetworks networks = FloodNetworks.fit("paper", train.labelled(), request.seed(), monitor, news);
        PaperSetting paper = new PaperSetting(train, choose, first, second, networks);
        FloodSet fine = play.fine(FloodTraffic.PAPER.dataset(2), TEST);
        List<EvaluationTable> tables = new ArrayList<>(paper.tables());
        tables.add(paper.steps(fine));
        if (!request.isFull()) {
            if (!request.isQuick()) {
                tables.add(Ablation.table(train, choose, first, request.seed(), monitor, news));
            }
            tables.addAll(legitimate(play, sizes, request.seed()));
        }
        if (!changes.isEmpty()) {
            tables.add(ChangePoints.table(changes));
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("training windows", (long) train.size());
        counts.put("test windows", (long) first.size());
        return new Evaluation(method(), new Corpus(FloodCapture.SCENARIO, request.seed(), counts),
                Duration.ofNanos(System.nanoTime() - start), tables, List.of());
    }

    private static List<EvaluationTable> legitimate(Play play, FloodSizes sizes, long seed) throws IOException {
        FloodSet train = play.set(FloodTraffic.LEGITIMATE, LEGITIMATE_TRAIN,
                sizes.of(FloodSizes.TRAIN_LEGITIMATE) / LEGITIMATE_PART,
                sizes.of(FloodSizes.TRAIN_MALICIOUS) / LEGITIMATE_PART);
        FloodSet choose = play.set(FloodTraffic.LEGITIMATE, LEGITIMATE_CHOOSE,
                sizes.of(FloodSizes.VALIDATION_LEGITIMATE), sizes.of(FloodSizes.VALIDATION_MALICIOUS));
        FloodSet test = play.test(FloodTraffic.LEGITIMATE, LEGITIMATE_TEST, sizes);
        FloodNetworks networks = FloodNetworks.fit("legitimate", train.labelled(), seed, play.monitor(), play.news());
        return List.of(new LegitimateSetting(choose, test, networks).table(), new RateCells(play, networks).table());
    }

    private static FloodSizes sizes(EvaluationRequest request) {
        return switch (request.extent()) {
            case QUICK -> FloodSizes.FEW;
            case USUAL -> FloodSizes.TENTH;
            case FULL -> FloodSizes.FULL;
        };
    }

    /// Plays captures for one evaluation.
    ///
    /// @param seed of the request
    /// @param isQuick whether a part of the usual windows is enough
    record Play(long seed, boolean isQuick, RunMonitor monitor, Consumer<String> news) {

        /// So many windows of the usual number.
        int of(int windows) {
            return isQuick ? windows / QUICK_PART : windows;
        }

        FloodSet set(FloodTraffic traffic, long first, int legitimate, int malicious) throws IOException {
            return FloodSet.simulated(traffic, seeds(first, seed), legitimate, malicious, FloodSet.STEP, monitor, news);
        }

        /// Windows that begin at each INVITE.
        FloodSet fine(FloodTraffic traffic, long first) throws IOException {
            return FloodSet.simulated(traffic, seeds(first, seed), of(FINE), of(FINE), 1, monitor, news);
        }

        FloodSet test(FloodTraffic traffic, long first, FloodSizes sizes) throws IOException {
            return set(traffic, first, sizes.of(FloodSizes.TEST_LEGITIMATE), sizes.of(FloodSizes.TEST_MALICIOUS));
        }
    }
}
