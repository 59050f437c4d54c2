package org.sipsleuth.evaluate.social;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.evaluate.EvaluationRow;
import org.sipsleuth.evaluate.EvaluationTable;
import org.sipsleuth.evaluate.Expectation;
import org.sipsleuth.evaluate.Spread;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.social.cluster.Scaling;
import org.sipsleuth.social.feature.Feature;
import org.sipsleuth.social.feature.FeatureTable;
import org.sipsleuth.social.feature.Periods;
import org.sipsleuth.social.flag.FlagModel;
import org.sipsleuth.social.flag.FlagSettings;
import org.sipsleuth.truth.MisuseDays;
import org.sipsleuth.truth.UserFacts;

/// Which users are flagged, by weeks, and each day by the last seven, after the training days.
final class FlagTable {

    /// From this share of days with calls on a user is active (paper 5, §4.2).
    private static final double ACTIVE = 0.25;

    private static final int WEEK = 7;
    private static final long SEED = 1;
    private static final long DAY = 86_400_000_000_000L;

    private final Society society;
    private final List<Integer> users;
    private final long learned;
    private final RunMonitor monitor;

    /// @param users who are judged
    /// @param trainDays so many days are learned from
    FlagTable(Society society, List<Integer> users, int trainDays, RunMonitor monitor) {
        this.society = society;
        this.users = users;
        this.monitor = monitor;
        Periods days = periods(1);
        learned = days.startOf(trainDays);
    }

    private Periods periods(int days) {
        return Periods.of(
                society.records().fromNanos(), society.records().toNanos(), days, ZoneOffset.UTC);
    }

    /// Who is flagged, and the end of the first period in which.
    ///
    /// @param firstEnd by user, in ns
    private record Flagged(Map<Integer, Long> firstEnd) {}

    private Flagged flagged(Periods periods) {
        FeatureTable table =
                FeatureTable.of(society.records(), society.calls(), users, periods, monitor);
        Set<Integer> active = active();
        Map<Integer, Long> firstEnd = new HashMap<>();
        for (boolean isActive : new boolean[] {true, false}) {
            List<FeatureTable.Row> rows =
                    table.rows().stream()
                            .filter(row -> active.contains(row.user()) == isActive)
                            .toList();
            List<FeatureTable.Row> usual =
                    rows.stream().filter(row -> periods.endOf(row.period()) <= learned).toList();
            FlagModel.learn(usual, List.of(Feature.values()), FlagSettings.USUAL, monitor)
                    .map(
                            model ->
                                    model.flagged(
                                            rows,
                                            row -> periods.endOf(row.period()) > learned,
                                            monitor))
                    .orElse(List.of())
                    .forEach(
                            user ->
                                    firstEnd.put(
                                            user.user(), periods.endOf(user.periods().getFirst())));
        }
        return new Flagged(firstEnd);
    }

    /// By the training days; of users who appear later, by the time since their first call.
    private Set<Integer> active() {
        Set<Integer> active = new HashSet<>();
        for (int user : users) {
            Set<Long> days = new HashSet<>();
            long first = Long.MAX_VALUE;
            for (int place = 0; place < society.calls().count(user); place++) {
                long at = society.records().startNanos(society.calls().call(user, place));
                first = Math.min(first, at);
                if (at < learned || first >= learned) {
                    days.add(at / DAY);
                }
            }
            double time =
                    first < learned
                            ? learned - (double) society.records().fromNanos()
                            : society.records().toNanos() - (double) first;
            if (days.size() >= ACTIVE * Math.max(1, time / DAY)) {
                active.add(user);
            }
        }
        return active;
    }

    /// What is measured, and what it is measured against; empty where nothing is asked.
    ///
    /// @param paperFound of the paper
    /// @param paperFalse of the paper
    /// @param found how many at least
    /// @param falseShare the largest share of the others
    /// @param inTime the least share that is flagged by the day of the maximum
    record Goals(
            double paperFound,
            double paperFalse,
            OptionalDouble found,
            OptionalDouble falseShare,
            OptionalDouble inTime) {}

    /// The table.
    EvaluationTable table(String id, String title, Goals goals) {
        Flagged weeks = flagged(periods(WEEK));
        Flagged days =
                flagged(
                        Periods.slidingWeeks(
                                society.records().fromNanos(),
                                society.records().toNanos(),
                                ZoneOffset.UTC));
        List<Integer> bad = users.stream().filter(society::isMalicious).toList();
        List<Integer> good = users.stream().filter(user -> !society.isMalicious(user)).toList();
        List<EvaluationRow> rows = new ArrayList<>();
        double falseOnes = count(good, weeks);
        rows.add(
                new EvaluationRow(
                        "found of " + bad.size() + ", by weeks",
                        goals.paperFound(),
                        Spread.of(count(bad, weeks)),
                        atLeast(goals.found()),
                        simplest(bad, good, (int) falseOnes)));
        CallRankBaseline ranks = new CallRankBaseline(society.records(), learned, monitor);
        rows.add(
                new EvaluationRow(
                        "found by CallRank, as many false",
                        null,
                        Spread.of(ranks.found(bad, good, (int) falseOnes)),
                        null));
        rows.add(
                new EvaluationRow(
                        "area under the ROC curve of CallRank",
                        null,
                        Spread.of(ranks.areaUnderCurve(bad, good)),
                        null));
        rows.add(
                new EvaluationRow(
                        "found by a two-class SVM with labels of other users, as many false",
                        null,
                        Spread.of((double) labelled((int) falseOnes)),
                        null));
        rows.add(
                new EvaluationRow(
                        "false of " + good.size() + ", by weeks",
                        goals.paperFalse(),
                        Spread.of(falseOnes),
                        goals.falseShare().isEmpty()
                                ? null
                                : Expectation.atMost(
                                        goals.falseShare().getAsDouble() * good.size()),
                        falseOnes));
        rows.add(
                new EvaluationRow(
                        "found, each day by the last seven",
                        null,
                        Spread.of(count(bad, days)),
                        null,
                        null));
        rows.add(
                new EvaluationRow(
                        "false, each day by the last seven",
                        null,
                        Spread.of(count(good, days)),
                        null,
                        null));
        rows.add(
                new EvaluationRow(
                        "false among newcomers, by weeks",
                        null,
                        Spread.of(count(good.stream().filter(this::isNewcomer).toList(), weeks)),
                        null,
                        null));
        rows.add(
                new EvaluationRow(
                        "false among those whose role changed, by weeks",
                        null,
                        Spread.of(count(good.stream().filter(this::hasChanged).toList(), weeks)),
                        null,
                        null));
        rows.add(
                new EvaluationRow(
                        "share flagged by the day of the maximum, each day by the last seven",
                        null,
                        Spread.of(inTime(bad, days)),
                        atLeast(goals.inTime()),
                        null));
        return new EvaluationTable(id, title, rows);
    }

    private static @Nullable Expectation atLeast(OptionalDouble goal) {
        return goal.isEmpty() ? null : Expectation.atLeast(goal.getAsDouble());
    }

    private static double count(List<Integer> some, Flagged flagged) {
        return some.stream().filter(flagged.firstEnd()::containsKey).count();
    }

    private boolean isNewcomer(int user) {
        return society.facts(user).flatMap(UserFacts::joined).isPresent();
    }

    private boolean hasChanged(int user) {
        return society.facts(user).flatMap(UserFacts::change).isPresent();
    }

    private double inTime(List<Integer> bad, Flagged flagged) {
        int dated = 0;
        int inTime = 0;
        for (int user : bad) {
            Optional<MisuseDays> misuse = society.facts(user).flatMap(UserFacts::misuse);
            if (misuse.isPresent()) {
                dated++;
                Long end = flagged.firstEnd().get(user);
                long latest = Society.nanos(misuse.get().full().plusDays(1));
                inTime += end != null && end <= latest ? 1 : 0;
            }
        }
        return dated == 0 ? 0 : (double) inTime / dated;
    }

    /// How many a machine finds that learned from other users who is attacked: each user by the
    /// highest of each feature in a week after the training days, scaled by the training weeks.
    private long labelled(int falseOnes) {
        Periods periods = periods(WEEK);
        FeatureTable table =
                FeatureTable.of(society.records(), society.calls(), users, periods, monitor);
        List<FeatureTable.Row> usual =
                table.rows().stream()
                        .filter(row -> periods.endOf(row.period()) <= learned)
                        .toList();
        Scaling scaling = Scaling.of(usual, List.of(Feature.values()));
        Map<Integer, double[]> highest = new TreeMap<>();
        for (FeatureTable.Row row : table.rows()) {
            if (periods.startOf(row.period()) >= learned) {
                highest.merge(row.user(), scaling.scaled(row), FlagTable::highest);
            }
        }
        boolean[] areBad = new boolean[highest.size()];
        int place = 0;
        for (int user : highest.keySet()) {
            areBad[place++] = society.isMalicious(user);
        }
        double[] scores =
                new LabelledMachine(highest.values().toArray(double[][]::new), areBad, SEED)
                        .scores(monitor);
        return LabelledMachine.found(scores, areBad, falseOnes);
    }

    private static double[] highest(double[] one, double[] other) {
        double[] highest = new double[one.length];
        Arrays.setAll(highest, i -> Math.max(one[i], other[i]));
        return highest;
    }

    /// How many are found by the best single feature, with as many false ones: the most in a week
    /// after the training days.
    private double simplest(List<Integer> bad, List<Integer> good, int falseOnes) {
        Periods periods = periods(WEEK);
        FeatureTable table =
                FeatureTable.of(society.records(), society.calls(), users, periods, monitor);
        double most = 0;
        for (Feature feature : Feature.values()) {
            Map<Integer, Double> highest = new HashMap<>();
            for (FeatureTable.Row row : table.rows()) {
                if (periods.startOf(row.period()) >= learned) {
                    highest.merge(row.user(), row.of(feature), Math::max);
                }
            }
            ToDoubleFunction<Integer> score = user -> highest.getOrDefault(user, 0.0);
            double[] sorted = good.stream().mapToDouble(score).sorted().toArray();
            double threshold = sorted[Math.max(0, sorted.length - 1 - falseOnes)];
            long found = bad.stream().filter(user -> score.applyAsDouble(user) > threshold).count();
            most = Math.max(most, (double) found);
        }
        return most;
    }
}
