package org.sipsleuth.evaluate.social;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.social.cluster.Scaling;
import org.sipsleuth.social.feature.Feature;
import org.sipsleuth.social.feature.FeatureTable;
import org.sipsleuth.social.feature.Periods;
import org.sipsleuth.social.flag.FlagModel;
import org.sipsleuth.social.flag.FlagSettings;
import org.sipsleuth.social.flag.NeighbourFlags;
import org.sipsleuth.social.flag.NeighbourModel;
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
        return Periods.of(society.records().fromNanos(), society.records().toNanos(), days, ZoneOffset.UTC);
    }

    /// Who is flagged, and the end of the first period in which.
    ///
    /// @param firstEnd by user, in ns
    private record Flagged(Map<Integer, Long> firstEnd) {}

    private Flagged flagged(Periods periods) {
        FeatureTable table = FeatureTable.of(society.records(), society.calls(), users, periods, monitor);
        Set<Integer> active = active();
        Map<Integer, Long> firstEnd = new HashMap<>();
        for (boolean isActive : new boolean[]{true, false}) {
            List<FeatureTable.Row> rows =
                    table.rows().stream().filter(row -> active.contains(row.user()) == isActive).toList();
            List<FeatureTable.Row> usual = rows.stream().filter(row -> periods.endOf(row.period()) <= learned).toList();
            FlagModel.learn(usual, List.of(Feature.values()), FlagSettings.USUAL, monitor)
                    .map(model -> model.flagged(rows, row -> periods.endOf(row.period()) > learned, monitor))
                    .orElse(List.of())
                    .forEach(user -> firstEnd.put(user.user(), periods.endOf(user.periods().getFirst())));
        }
        return new Flagged(firstEnd);
    }

    /// Who is flagged by the nearest weeks of all other users, whatever the group.
    private Set<Integer> unlikeOthers() {
        Periods periods = periods(WEEK);
        FeatureTable table = FeatureTable.of(society.records(), society.calls(), users, periods, monitor);
        List<FeatureTable.Row> usual =
                table.rows().stream().filter(row -> periods.endOf(row.period()) <= learned).toList();
        List<FeatureTable.Row> judged =
                table.rows().stream().filter(row -> periods.endOf(row.period()) > learned).toList();
        Set<Integer> flagged = new HashSet<>();
        NeighbourModel.learn(usual, NeighbourModel.COMPARABLE, FlagSettings.USUAL, monitor)
                .map(model -> NeighbourFlags.of(judged, model, true, NeighbourFlags.USUAL_SHARE, monitor).flagged())
                .orElse(List.of())
                .forEach(user -> flagged.add(user.user()));
        return flagged;
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
            double time = first < learned ? learned - (double) society.records().fromNanos()
                    : society.records().toNanos() - (double) first;
            if (days.size() >= ACTIVE * Math.max(1, time / DAY)) {
                active.add(user);
            }
        }
        return active;
    }

    /// What came out.
    ///
    /// @param seed of the society
    /// @param bad how many users are attacked, misused or attackers
    /// @param good how many are not
    /// @param found how many of the bad are flagged, by weeks
    /// @param falseOnes how many of the good are
    /// @param unlikeFound how many of the bad are flagged by the nearest weeks of other users
    /// @param unlikeFalse how many of the good are
    /// @param foundByDay how many of the bad, each day judged by the last seven
    /// @param falseByDay how many of the good
    /// @param falseNewcomers how many of the good who joined later, by weeks
    /// @param falseChanged how many of the good whose role changed, by weeks
    /// @param inTime the share of the bad that is flagged by the day of the maximum, each day
    ///     judged by the last seven
    /// @param simple the simplest alternative, chosen on another society
    /// @param simpleFound how many of the bad it finds
    /// @param simpleFalse how many of the good it flags
    /// @param rankFound how many of the bad CallRank finds with as many false ones as ours
    /// @param rankArea the area under the ROC curve of CallRank
    /// @param labelledFound how many a two-class SVM finds that has labels of other users
    record Result(long seed, int bad, int good, double found, double falseOnes, double unlikeFound, double unlikeFalse,
            double foundByDay, double falseByDay, double falseNewcomers, double falseChanged, double inTime,
            CallThreshold simple, double simpleFound, double simpleFalse, double rankFound, double rankArea,
            double labelledFound) {}

    /// Measures.
    ///
    /// @param simple chosen on another society
    Result measure(CallThreshold simple) {
        Flagged weeks = flagged(periods(WEEK));
        Flagged days = flagged(
                Periods.slidingWeeks(society.records().fromNanos(), society.records().toNanos(), ZoneOffset.UTC));
        List<Integer> bad = users(true);
        List<Integer> good = users(false);
        double falseOnes = count(good, weeks);
        Set<Integer> unlike = unlikeOthers();
        CallRankBaseline ranks = new CallRankBaseline(society.records(), learned, monitor);
        return new Result(society.seed(), bad.size(), good.size(), count(bad, weeks), falseOnes,
                bad.stream().filter(unlike::contains).count(), good.stream().filter(unlike::contains).count(),
                count(bad, days), count(good, days), count(good.stream().filter(this::isNewcomer).toList(), weeks),
                count(good.stream().filter(this::hasChanged).toList(), weeks), inTime(bad, days), simple,
                simple.flagged(callsPerDay(bad)), simple.flagged(callsPerDay(good)),
                ranks.found(bad, good, (int) falseOnes), ranks.areaUnderCurve(bad, good), labelled((int) falseOnes));
    }

    /// The threshold of calls a day with the fewest errors in this society.
    CallThreshold threshold() {
        return CallThreshold.choose(callsPerDay(users(true)), callsPerDay(users(false)));
    }

    private List<Integer> users(boolean areMalicious) {
        return users.stream().filter(user -> society.isMalicious(user) == areMalicious).toList();
    }

    private double[] callsPerDay(List<Integer> some) {
        FeatureTable weeks = FeatureTable.of(society.records(), society.calls(), some, periods(WEEK), monitor);
        Map<Integer, Double> busiest = CallThreshold.busiest(weeks, learned);
        return some.stream().mapToDouble(user -> busiest.getOrDefault(user, 0.0)).toArray();
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
        FeatureTable table = FeatureTable.of(society.records(), society.calls(), users, periods, monitor);
        List<FeatureTable.Row> usual =
                table.rows().stream().filter(row -> periods.endOf(row.period()) <= learned).toList();
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
        double[] scores = new LabelledMachine(highest.values().toArray(double[][]::new), areBad, SEED).scores(monitor);
        return LabelledMachine.found(scores, areBad, falseOnes);
    }

    private static double[] highest(double[] one, double[] other) {
        double[] highest = new double[one.length];
        Arrays.setAll(highest, i -> Math.max(one[i], other[i]));
        return highest;
    }
}
