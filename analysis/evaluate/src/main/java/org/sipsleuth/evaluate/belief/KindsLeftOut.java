package org.sipsleuth.evaluate.belief;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.belief.BeliefSettings;
import org.sipsleuth.belief.learning.LabelledPeriods;
import org.sipsleuth.belief.learning.LearningSettings;
import org.sipsleuth.belief.learning.TableLearning;
import org.sipsleuth.belief.network.Belief;
import org.sipsleuth.belief.network.BeliefTables;
import org.sipsleuth.belief.network.DecayRates;
import org.sipsleuth.belief.network.Inference;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.novelty.PeriodNovelty;
import org.sipsleuth.belief.period.PeriodSettings;
import org.sipsleuth.belief.period.Periods;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Spread;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.truth.TrafficLabels;

/// Leaves each kind of traffic out of training in turn: how many periods of a kind that was never
/// seen are called an attack, beside tables that learned it, and what knows normal traffic only.
/// All call 1 % of the normal periods of other kinds an attack.
///
/// A class of which no kind is left is learned from all other attacks together: what it is like is
/// then not known, only that an attack is something.
///
/// @param training a capture for each case
/// @param trials the same with other seeds
record KindsLeftOut(List<LabelledTraffic> training, List<List<LabelledTraffic>> trials, RunMonitor monitor,
        Consumer<String> news) {

    private static final double FALSE_SHARE = 0.01;
    private static final PeriodSettings STANDARD = BeliefSettings.STANDARD.periods();
    private static final int LEAST = BeliefSettings.STANDARD.thresholds().leastMessages();
    private static final double NOVELTY_SHARE = BeliefSettings.STANDARD.thresholds().noveltyShare();
    private static final String NORMAL = "normal";

    /// What scores periods.
    private record Learned(Map<PeriodJudge, ToDoubleFunction<Observation>> judges) {

        static Learned of(BeliefTables tables, PeriodNovelty novelty) {
            Inference inference = new Inference(tables);
            Map<PeriodJudge, ToDoubleFunction<Observation>> judges = new EnumMap<>(PeriodJudge.class);
            judges.put(PeriodJudge.TREE, period -> attack(inference.infer(period)));
            judges.put(PeriodJudge.NOVELTY, period -> novelty.judge(period).distance());
            judges.put(PeriodJudge.LARGEST,
                    period -> Arrays.stream(novelty.scaled(period)).map(Math::abs).max().orElseThrow());
            return new Learned(judges);
        }

        private static double attack(Belief belief) {
            return belief.isContradiction() ? 0 : belief.attack();
        }
    }

    /// Rows for each kind that has attacks, then for each that is harmless.
    ///
    /// @param kinds to be left out, of [#kinds]
    EvaluationTable table(List<String> kinds) {
        news.accept("with all kinds");
        List<List<JudgedPeriods>> all = judged(learned(_ -> true, Optional.empty()));
        List<EvaluationRow> rows = new ArrayList<>();
        List<EvaluationRow> harmless = new ArrayList<>();
        for (String kind : kinds) {
            monitor.throwIfCancelled();
            news.accept("without " + kind);
            boolean isAttack = isAttack(kind);
            List<List<JudgedPeriods>> without =
                    judged(learned(each -> !each.scenario().equals(kind), isAttack ? lost(kind) : Optional.empty()));
            addRows(kind + (isAttack ? "" : ", harmless"), of(kind, all), of(kind, without),
                    isAttack ? rows : harmless);
        }
        rows.addAll(harmless);
        return new EvaluationTable("kinds",
                "One kind of traffic left out of training: share of its periods called an attack, at 1 % of other normal"
                        + " periods; simplest: the largest deviation of one value",
                rows);
    }

    /// All scenarios but the usual traffic, in the order of the cases.
    static List<String> kinds() {
        return BeliefCase.all()
                .stream()
                .map(BeliefCase::scenario)
                .filter(scenario -> !scenario.equals(NORMAL))
                .distinct()
                .toList();
    }

    private boolean isAttack(String kind) {
        return some(training, each -> each.scenario().equals(kind)).stream()
                .anyMatch(traffic -> TrafficClass.all()
                        .stream()
                        .anyMatch(each -> each.isAttack() && traffic.periods(STANDARD, monitor).count(each) > 0));
    }

    /// The class of a kind, if no other kind is of it.
    private Optional<TrafficClass> lost(String kind) {
        LabelledPeriods rest =
                LabelledTraffic.periods(some(training, each -> !each.scenario().equals(kind)), STANDARD, monitor);
        return TrafficClass.all().stream().filter(each -> rest.count(each) == 0).findFirst();
    }

    private static <T> List<T> some(List<T> ofCases, Predicate<BeliefCase> isTaken) {
        List<BeliefCase> cases = BeliefCase.all();
        return IntStream.range(0, ofCases.size())
                .filter(i -> isTaken.test(cases.get(i)))
                .mapToObj(ofCases::get)
                .toList();
    }

    private Learned learned(Predicate<BeliefCase> isTaken, Optional<TrafficClass> lost) {
        List<LabelledTraffic> taken = some(training, isTaken);
        LabelledPeriods periods = LabelledTraffic.periods(taken, STANDARD, monitor);
        PeriodNovelty novelty =
                PeriodNovelty.learn(periods.captures(TrafficClass.NORMAL, LEAST), NOVELTY_SHARE, Optional.empty())
                        .orElseThrow();
        if (lost.isPresent()) {
            String name = lost.get().word();
            periods = periods.and(LabelledTraffic.periods(taken.stream()
                    .map(each -> new LabelledTraffic(each.events(), renamed(each.labels(), name)))
                    .toList(), STANDARD, monitor));
        }
        BeliefTables tables = new TableLearning(periods, LearningSettings.STANDARD, Optional.empty()).learn("learned",
                DecayRates.PAPER);
        return Learned.of(tables, novelty);
    }

    /// Attacks alone, all of one name.
    static TrafficLabels renamed(TrafficLabels labels, String name) {
        return message -> labels.of(message).filter(label -> !label.equals(NORMAL)).map(_ -> name);
    }

    private List<List<JudgedPeriods>> judged(Learned learned) {
        return trials.stream().map(trial -> trial.stream().map(traffic -> judged(learned, traffic)).toList()).toList();
    }

    /// Of each trial what is to be called normal, and the periods of a kind.
    private static List<JudgedPeriods> of(String kind, List<List<JudgedPeriods>> trials) {
        return trials.stream().map(captures -> {
            JudgedPeriods its = JudgedPeriods.all(some(captures, each -> each.scenario().equals(kind)));
            JudgedPeriods others = JudgedPeriods.all(some(captures, each -> !each.scenario().equals(kind)));
            return new JudgedPeriods(others.normal(), its.attacks().isEmpty() ? its.normal() : its.attacks(),
                    List.of());
        }).toList();
    }

    private JudgedPeriods judged(Learned learned, LabelledTraffic traffic) {
        Periods periods = Periods.bySource(traffic.events(), STANDARD, DecayRates.PAPER, monitor);
        return JudgedPeriods.of(periods, traffic.labels(), LEAST, learned.judges());
    }

    private static void addRows(String kind, List<JudgedPeriods> all, List<JudgedPeriods> without,
            List<EvaluationRow> rows) {
        double simplest = spread(without, each -> each.found(PeriodJudge.LARGEST, FALSE_SHARE)).mean();
        rows.add(row(kind + ": periods", spread(without, each -> each.attacks().size()), null));
        rows.add(row(kind + ": tree that learned it", spread(all, each -> each.found(PeriodJudge.TREE, FALSE_SHARE)),
                simplest));
        rows.add(row(kind + ": tree that did not", spread(without, each -> each.found(PeriodJudge.TREE, FALSE_SHARE)),
                simplest));
        rows.add(row(kind + ": novelty", spread(without, each -> each.found(PeriodJudge.NOVELTY, FALSE_SHARE)),
                simplest));
        rows.add(row(kind + ": tree that did not, or novelty, each at 1 %",
                spread(without, each -> each.together(each.attacks(), FALSE_SHARE)), simplest));
    }

    private static Spread spread(List<JudgedPeriods> trials, ToDoubleFunction<JudgedPeriods> figure) {
        return Spread.of(trials.stream().mapToDouble(figure).toArray());
    }

    private static EvaluationRow row(String name, Spread ours, @Nullable Double simplest) {
        return new EvaluationRow(name, null, ours, null, simplest);
    }
}
