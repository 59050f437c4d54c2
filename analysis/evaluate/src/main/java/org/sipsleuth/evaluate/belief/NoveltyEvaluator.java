package org.sipsleuth.evaluate.belief;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.belief.detection.BeliefMethod;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.novelty.PeriodNovelty;
import org.sipsleuth.belief.period.Periods;
import org.sipsleuth.evaluation.Corpus;
import org.sipsleuth.evaluation.Evaluation;
import org.sipsleuth.evaluation.EvaluationCost;
import org.sipsleuth.evaluation.EvaluationRequest;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Evaluator;
import org.sipsleuth.evaluation.Expectation;
import org.sipsleuth.evaluation.Interval;
import org.sipsleuth.evaluation.PlayedSeeds;
import org.sipsleuth.evaluation.Spread;
import org.sipsleuth.run.RunMonitor;

/// Measures how many attacks are found by what is unlike normal traffic, beside the tree, both
/// together, and the simplest alternatives of the same normal periods. The
/// bundled model is tried on simulated traffic of other seeds, and on recordings; models of one day
/// of a network on its [NextDay].
public final class NoveltyEvaluator implements Evaluator {

    private static final double FALSE_SHARE = 0.01;
    private static final double LEAST_FOUND = 0.6;
    private static final double LEAST_TOGETHER = 0.95;

    @Override
    public String method() {
        return "belief-novelty";
    }

    @Override
    public List<PlayedSeeds> seeds(EvaluationRequest request) {
        List<PlayedSeeds> seeds = new ArrayList<>(BeliefSeeds.trials(request));
        seeds.add(BeliefSeeds.networks(request.seed(), request.splits()));
        seeds.add(PlayedSeeds.BUNDLED);
        return seeds;
    }

    @Override
    public EvaluationCost cost(EvaluationRequest request) {
        return EvaluationCost.of(Duration.ofSeconds(25L * request.splits()), 1_024);
    }

    @Override
    public Evaluation evaluate(EvaluationRequest request, RunMonitor monitor, Consumer<String> news)
            throws IOException {
        long start = System.nanoTime();
        BeliefModel model = BeliefModel.open(new BeliefMethod().shipped());
        Judging judging = Judging.of(model, monitor);
        List<JudgedPeriods> trials = new ArrayList<>();
        for (PlayedSeeds seeds : BeliefSeeds.trials(request)) {
            news.accept("traffic of trial " + (trials.size() + 1));
            trials.add(
                    JudgedPeriods.all(LabelledTraffic.simulated(seeds, monitor).stream().map(judging::judge).toList()));
        }
        List<EvaluationTable> tables = new ArrayList<>();
        Figures played = figure -> Spread.of(trials.stream().mapToDouble(figure).toArray());
        tables.add(
                table("simulated", "Simulated periods, mean, least and most of the trials", trials, played, judging));
        List<JudgedPeriods> recordings = new ArrayList<>();
        for (Path capture : request.traffic()) {
            recordings.add(judging.judge(LabelledTraffic.recorded(capture, monitor)));
        }
        if (!recordings.isEmpty()) {
            Figures recorded = figure -> Interval.of(recordings, request.seed(),
                    some -> figure.applyAsDouble(JudgedPeriods.all(some)));
            tables.add(table("recorded", "Recorded periods, with 95 % intervals over captures", recordings, recorded,
                    judging));
        }
        news.accept("the next day of " + request.splits() + " networks");
        tables.add(new NextDay(model, monitor).table(BeliefSeeds.networks(request.seed(), request.splits()),
                request.seed()));
        return new Evaluation(method(),
                new Corpus("normal traffic and attacks", request.seed(), sizes(trials, recordings)),
                Duration.ofNanos(System.nanoTime() - start), tables, List.of());
    }

    private static Map<String, Long> sizes(List<JudgedPeriods> trials, List<JudgedPeriods> recordings) {
        Map<String, Long> sizes = new LinkedHashMap<>();
        sizes.put("trials", (long) trials.size());
        sizes.put("recordings", (long) recordings.size());
        return sizes;
    }

    /// A model with all judges that rest on it.
    private record Judging(BeliefModel model, PeriodNovelty novelty,
            Map<PeriodJudge, ToDoubleFunction<Observation>> judges, RunMonitor monitor) {

        static Judging of(BeliefModel model, RunMonitor monitor) {
            PeriodNovelty novelty = model.novelty().orElseThrow();
            return new Judging(model, novelty, PeriodJudge.of(model, novelty), monitor);
        }

        JudgedPeriods judge(LabelledTraffic traffic) {
            Periods periods =
                    Periods.bySource(traffic.events(), model.settings().periods(), model.tables().decay(), monitor);
            return JudgedPeriods.of(periods, traffic.labels(), model.settings().thresholds().leastMessages(), judges);
        }

        double belief() {
            return model.settings().thresholds().attackBelief();
        }
    }

    /// How a figure of periods becomes one with its spread.
    private interface Figures {
        Spread of(ToDoubleFunction<JudgedPeriods> figure);
    }

    private static EvaluationTable table(String id, String title, List<JudgedPeriods> captures, Figures figures,
            Judging judging) {
        List<EvaluationRow> rows = new ArrayList<>();
        JudgedPeriods all = JudgedPeriods.all(captures);
        rows.add(count("normal periods", all.normal().size()));
        rows.add(count("attack periods", all.attacks().size()));
        for (PeriodJudge each : PeriodJudge.values()) {
            rows.add(row(each.title() + ": AUC", figures.of(its -> its.auc(each)), null));
        }
        for (PeriodJudge each : PeriodJudge.values()) {
            add(rows, each.title() + ": found at 1 % false", figures.of(its -> its.found(each, FALSE_SHARE)),
                    each == PeriodJudge.NOVELTY ? Expectation.atLeast(LEAST_FOUND) : null);
        }
        add(rows, "tree or novelty, each at 1 % false: found",
                figures.of(its -> its.together(its.attacks(), FALSE_SHARE)), Expectation.atLeast(LEAST_TOGETHER));
        rows.add(row("tree or novelty, each at 1 % false: false",
                figures.of(its -> its.together(its.normal(), FALSE_SHARE)), null));
        rows.add(row("tree or novelty, each at 0.5 % false: found",
                figures.of(its -> its.together(its.attacks(), FALSE_SHARE / 2)), null));
        rows.add(row("tree or novelty, each at its threshold: found", figures.of(its -> both(its.attacks(), judging)),
                null));
        rows.add(row("tree or novelty, each at its threshold: false", figures.of(its -> both(its.normal(), judging)),
                null));
        rows.add(row("tree at its threshold: found", figures.of(its -> tree(its.attacks(), judging)), null));
        rows.add(row("tree at its threshold: false", figures.of(its -> tree(its.normal(), judging)), null));
        rows.add(row("novelty at its threshold: found", figures.of(its -> novelty(its.attacks(), judging)), null));
        add(rows, "novelty at its threshold: false", figures.of(its -> novelty(its.normal(), judging)),
                Expectation.atMost(FALSE_SHARE));
        for (TrafficClass each : all.classes()) {
            List<JudgedPeriods.Scores> its = ofClass(all, each);
            rows.add(row("%s (%,d): found by novelty at its threshold".formatted(each.name(), its.size()),
                    Spread.of(novelty(its, judging)), null));
            rows.add(row("%s (%,d): found by the tree at its threshold".formatted(each.name(), its.size()),
                    Spread.of(tree(its, judging)), null));
        }
        if (!all.others().isEmpty()) {
            rows.add(
                    row("kinds without a class (%,d): found by novelty at its threshold".formatted(all.others().size()),
                            Spread.of(novelty(all.others(), judging)), null));
            rows.add(row("kinds without a class (%,d): called an attack by the tree".formatted(all.others().size()),
                    Spread.of(tree(all.others(), judging)), null));
        }
        return new EvaluationTable(id, title, rows);
    }

    private static List<JudgedPeriods.Scores> ofClass(JudgedPeriods all, TrafficClass which) {
        return all.attacks().stream().filter(each -> each.truth().equals(Optional.of(which))).toList();
    }

    private static double both(List<JudgedPeriods.Scores> some, Judging judging) {
        return JudgedPeriods.share(some,
                each -> isBelieved(each, judging) || each.of(PeriodJudge.NOVELTY) > judging.novelty().threshold());
    }

    private static double tree(List<JudgedPeriods.Scores> some, Judging judging) {
        return JudgedPeriods.share(some, each -> isBelieved(each, judging));
    }

    private static boolean isBelieved(JudgedPeriods.Scores scores, Judging judging) {
        return scores.of(PeriodJudge.TREE) > judging.belief();
    }

    private static double novelty(List<JudgedPeriods.Scores> some, Judging judging) {
        return JudgedPeriods.share(some, each -> each.of(PeriodJudge.NOVELTY) > judging.novelty().threshold());
    }

    /// A requirement is about the figure; how far it carries has a row of its own.
    private static void add(List<EvaluationRow> rows, String name, Spread ours, @Nullable Expectation must) {
        if (must == null) {
            rows.add(row(name, ours, null));
        } else {
            rows.add(row(name, Spread.of(ours.mean()), must));
            rows.add(row(name + ", spread", ours, null));
        }
    }

    private static EvaluationRow count(String name, long count) {
        return row(name, Spread.of((double) count), null);
    }

    private static EvaluationRow row(String name, Spread ours, @Nullable Expectation must) {
        return new EvaluationRow(name, null, ours, must);
    }
}
