package org.sipsleuth.evaluate.belief;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.belief.BeliefSettings;
import org.sipsleuth.belief.detection.BeliefMethod;
import org.sipsleuth.belief.learning.LabelledPeriods;
import org.sipsleuth.belief.learning.LearningSettings;
import org.sipsleuth.belief.learning.TableLearning;
import org.sipsleuth.belief.network.BeliefTables;
import org.sipsleuth.belief.network.DecayRates;
import org.sipsleuth.belief.period.PeriodSettings;
import org.sipsleuth.belief.table.PaperTables;
import org.sipsleuth.evaluation.Corpus;
import org.sipsleuth.evaluation.Evaluation;
import org.sipsleuth.evaluation.EvaluationCost;
import org.sipsleuth.evaluation.EvaluationRequest;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Evaluator;
import org.sipsleuth.evaluation.PaperFigure;
import org.sipsleuth.evaluation.PlayedSeeds;
import org.sipsleuth.evaluation.Spread;
import org.sipsleuth.run.RunMonitor;

/// Measures paper 4: its worked example, and how often the learned tables and the paper's name the
/// class of simulated traffic that they have not seen: as many times as splits are asked for, each
/// with other seeds.
public final class BeliefEvaluator implements Evaluator {

    /// So many parts of the cases are held out, one after the other.
    private static final int PARTS = 4;

    private static final long TRAINING_SECONDS = 60;
    private static final long TRIAL_SECONDS = 60;

    private static final PeriodSettings STANDARD = BeliefSettings.STANDARD.periods();
    private static final int LEAST = BeliefSettings.STANDARD.thresholds().leastMessages();

    @Override
    public String method() {
        return BeliefModel.KIND;
    }

    @Override
    public List<PlayedSeeds> seeds(EvaluationRequest request) {
        List<PlayedSeeds> seeds = new ArrayList<>(BeliefSeeds.trials(request));
        seeds.add(BeliefSeeds.training(request.seed()));
        seeds.add(PlayedSeeds.BUNDLED);
        return seeds;
    }

    @Override
    public EvaluationCost cost(EvaluationRequest request) {
        return EvaluationCost.of(Duration.ofSeconds(TRAINING_SECONDS + TRIAL_SECONDS * request.splits()),
                request.isQuick() ? 1_024 : 2_048);
    }

    @Override
    public Evaluation evaluate(EvaluationRequest request, RunMonitor monitor, Consumer<String> news)
            throws IOException {
        long start = System.nanoTime();
        BeliefModel shipped = BeliefModel.open(new BeliefMethod().shipped());
        news.accept("training traffic");
        List<LabelledTraffic> training = LabelledTraffic.simulated(BeliefSeeds.training(request.seed()), monitor);
        List<List<LabelledTraffic>> trials = new ArrayList<>();
        for (PlayedSeeds seeds : BeliefSeeds.trials(request)) {
            news.accept("traffic of trial " + (trials.size() + 1));
            trials.add(LabelledTraffic.simulated(seeds, monitor));
        }
        List<EvaluationTable> tables = new ArrayList<>(WorkedExample.tables());
        List<BeliefConfusion> learned = confusions(learn(training, STANDARD, monitor), trials, STANDARD, monitor);
        tables.add(ConfusionTables.of("learned", "Learned tables, held-out seeds, settings of the training", learned,
                true));
        news.accept("settings held out");
        tables.add(ConfusionTables.of("settings", "Learned tables, held-out seeds and held-out settings",
                withoutSettings(training, trials, monitor), true));
        List<BeliefConfusion> ships = confusions(shipped.tables(), trials, STANDARD, monitor);
        tables.add(
                ConfusionTables.of("shipped", "Bundled model, held-out seeds, settings of the training", ships, true));
        tables.add(ConfusionTables.of("paper", "The paper's tables, on the same periods",
                confusions(PaperTables.working(), trials, STANDARD, monitor), false));
        if (!request.isQuick()) {
            tables.add(lengths(training, trials, monitor));
        }
        Calibration calibration = learned.getFirst().calibration();
        tables.add(ConfusionTables.calibration("calibration", "Calibration of the learned tables", calibration));
        tables.addAll(new RealBeliefs(shipped, request.reading(), monitor).tables(request.traffic()));
        List<PaperFigure> figures =
                List.of(ConfusionTables.diagram("reliability", "Reliability of the learned tables", calibration));
        return new Evaluation(method(), new Corpus("normal, social and five attacks", request.seed(), sizes(learned)),
                Duration.ofNanos(System.nanoTime() - start), tables, figures);
    }

    private static Map<String, Long> sizes(List<BeliefConfusion> learned) {
        Map<String, Long> sizes = new LinkedHashMap<>();
        sizes.put("trials", (long) learned.size());
        sizes.put("captures", (long) learned.size() * BeliefCase.all().size());
        sizes.put("periods", learned.stream().mapToLong(BeliefConfusion::periods).sum());
        return sizes;
    }

    private static BeliefTables learn(List<LabelledTraffic> training, PeriodSettings settings, RunMonitor monitor) {
        LabelledPeriods periods = LabelledTraffic.periods(training, settings, monitor);
        return new TableLearning(periods, LearningSettings.STANDARD, Optional.empty()).learn("learned",
                DecayRates.PAPER);
    }

    private static List<BeliefConfusion> confusions(BeliefTables tables, List<List<LabelledTraffic>> trials,
            PeriodSettings settings, RunMonitor monitor) {
        List<BeliefConfusion> confusions = new ArrayList<>();
        for (List<LabelledTraffic> trial : trials) {
            LabelledPeriods periods = LabelledTraffic.periods(trial, settings, monitor);
            confusions.add(BeliefConfusion.of(tables, periods, LEAST));
        }
        return confusions;
    }

    /// Tables that never saw the settings they are tried on: the cases of each scenario are dealt
    /// to four parts, each tried on tables learned from the other three.
    private static List<BeliefConfusion> withoutSettings(List<LabelledTraffic> training,
            List<List<LabelledTraffic>> trials, RunMonitor monitor) {
        List<BeliefTables> learned = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            learned.add(learn(some(training, part, false), STANDARD, monitor));
        }
        List<BeliefConfusion> confusions = new ArrayList<>();
        for (List<LabelledTraffic> trial : trials) {
            BeliefConfusion confusion = new BeliefConfusion();
            for (int part = 0; part < PARTS; part++) {
                LabelledPeriods periods = LabelledTraffic.periods(some(trial, part, true), STANDARD, monitor);
                confusion.addAll(learned.get(part), periods, LEAST);
            }
            confusions.add(confusion);
        }
        return confusions;
    }

    /// The captures of one part of the cases, or all others.
    private static List<LabelledTraffic> some(List<LabelledTraffic> all, int part, boolean isThatPart) {
        List<Integer> parts = BeliefCase.parts(PARTS);
        return IntStream.range(0, all.size())
                .filter(i -> (parts.get(i) == part) == isThatPart)
                .mapToObj(all::get)
                .toList();
    }

    /// The least recall of all classes, for periods of other lengths.
    private static EvaluationTable lengths(List<LabelledTraffic> training, List<List<LabelledTraffic>> trials,
            RunMonitor monitor) {
        Map<String, PeriodSettings> lengths = new LinkedHashMap<>();
        for (int messages : new int[]{20, 60, 120}) {
            lengths.put(messages + " messages", new PeriodSettings.ByCount(messages));
        }
        for (int seconds : new int[]{60, 300, 1_800}) {
            lengths.put(seconds + " seconds", new PeriodSettings.ByTime(Duration.ofSeconds(seconds)));
        }
        lengths.put("60 messages or 1800 seconds", STANDARD);
        List<EvaluationRow> rows = new ArrayList<>();
        lengths.forEach((name, settings) -> {
            addLength(name, learn(training, settings, monitor), "learned", trials, settings, rows, monitor);
            addLength(name, PaperTables.working(), "paper's", trials, settings, rows, monitor);
        });
        return new EvaluationTable("period", "Minimum recall of all classes, by period", rows);
    }

    private static void addLength(String name, BeliefTables tables, String whose, List<List<LabelledTraffic>> trials,
            PeriodSettings settings, List<EvaluationRow> rows, RunMonitor monitor) {
        double[] recalls = confusions(tables, trials, settings, monitor).stream()
                .mapToDouble(BeliefConfusion::leastRecall)
                .toArray();
        rows.add(new EvaluationRow("%s, %s tables".formatted(name, whose), null, Spread.of(recalls), null));
    }
}
