package org.sipsleuth.evaluate.belief;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.sipsleuth.belief.learning.LabelledPeriods;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.period.Period;
import org.sipsleuth.belief.period.Periods;
import org.sipsleuth.truth.TrafficLabels;

/// The scores of the periods of a capture, those with enough messages.
///
/// @param normal periods with nothing but normal messages
/// @param attacks periods of attacks of the tree's classes
/// @param others periods of attacks of other kinds
record JudgedPeriods(List<Scores> normal, List<Scores> attacks, List<Scores> others) {

    /// A period.
    ///
    /// @param by the score of each judge
    record Scores(Optional<TrafficClass> truth, Map<PeriodJudge, Double> by) {

        double of(PeriodJudge judge) {
            return by.getOrDefault(judge, 0.0);
        }
    }

    /// Scores a capture.
    static JudgedPeriods of(Periods periods, TrafficLabels labels, int leastMessages,
            Map<PeriodJudge, ToDoubleFunction<Observation>> judges) {
        JudgedPeriods all = new JudgedPeriods(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Period period : periods.all()) {
            if (period.messages() < leastMessages) {
                continue;
            }
            Optional<TrafficClass> truth = LabelledPeriods.label(periods, period, labels);
            if (truth.isPresent()) {
                (truth.get().isAttack() ? all.attacks : all.normal).add(scores(truth, period, judges));
            } else if (isOfOther(periods, period, labels)) {
                all.others.add(scores(truth, period, judges));
            }
        }
        return all;
    }

    private static Scores scores(Optional<TrafficClass> truth, Period period,
            Map<PeriodJudge, ToDoubleFunction<Observation>> judges) {
        Map<PeriodJudge, Double> by = new EnumMap<>(PeriodJudge.class);
        judges.forEach((judge, score) -> by.put(judge, score.applyAsDouble(period.observation())));
        return new Scores(truth, by);
    }

    /// Whether half of the messages whose source began their dialog belong to attacks.
    private static boolean isOfOther(Periods periods, Period period, TrafficLabels labels) {
        int attack = 0;
        int own = 0;
        for (int message : periods.messages(period)) {
            if (LabelledPeriods.begins(periods.events(), message)) {
                own++;
                attack += labels.of(message).filter(label -> !label.equals("normal")).isPresent() ? 1 : 0;
            }
        }
        return own > 0 && attack * 2 >= own;
    }

    /// All together.
    static JudgedPeriods all(List<JudgedPeriods> captures) {
        return new JudgedPeriods(captures.stream().flatMap(each -> each.normal.stream()).toList(),
                captures.stream().flatMap(each -> each.attacks.stream()).toList(),
                captures.stream().flatMap(each -> each.others.stream()).toList());
    }

    /// The score that at most a share of the normal periods exceeds.
    double threshold(PeriodJudge judge, double share) {
        double[] sorted = normal.stream().mapToDouble(each -> each.of(judge)).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length - 1 - (int) (share * sorted.length)];
    }

    /// What a judge finds of the attacks where it calls a share of the normal periods one.
    double found(PeriodJudge judge, double falseShare) {
        double threshold = threshold(judge, falseShare);
        return share(attacks, each -> each.of(judge) > threshold);
    }

    /// What tree or novelty call an attack, each where it calls a share of the normal periods one.
    double together(List<Scores> some, double falseShare) {
        double tree = threshold(PeriodJudge.TREE, falseShare);
        double novelty = threshold(PeriodJudge.NOVELTY, falseShare);
        return share(some, each -> each.of(PeriodJudge.TREE) > tree || each.of(PeriodJudge.NOVELTY) > novelty);
    }

    /// The share of periods of which something holds; NaN of none.
    static double share(List<Scores> some, Predicate<Scores> holds) {
        return some.isEmpty() ? Double.NaN : (double) some.stream().filter(holds).count() / some.size();
    }

    /// How probably an attack scores above a normal period, equal ones half; NaN without both.
    double auc(PeriodJudge judge) {
        if (normal.isEmpty() || attacks.isEmpty()) {
            return Double.NaN;
        }
        double[] sorted = normal.stream().mapToDouble(each -> each.of(judge)).sorted().toArray();
        double sum = 0;
        for (Scores each : attacks) {
            double score = each.of(judge);
            sum += (below(sorted, score) + below(sorted, Math.nextUp(score))) / 2.0 / sorted.length;
        }
        return sum / attacks.size();
    }

    /// How many are below a value.
    private static int below(double[] sorted, double value) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /// The classes of its attacks.
    List<TrafficClass> classes() {
        return Arrays.stream(TrafficClass.values())
                .filter(each -> attacks.stream().anyMatch(one -> one.truth().equals(Optional.of(each))))
                .toList();
    }
}
