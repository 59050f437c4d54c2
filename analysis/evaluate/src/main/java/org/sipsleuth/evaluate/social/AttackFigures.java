package org.sipsleuth.evaluate.social;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.PaperFigure;
import org.sipsleuth.evaluation.Spread;
import org.sipsleuth.truth.MisuseDays;
import org.sipsleuth.truth.TrafficClass;

/// The calls of each user and day, with and without attacks (paper 5, Fig. 20).
final class AttackFigures {

    /// §6.4: user A is called at least so often on a day of the attack, and at most 10 to 20 times
    /// otherwise.
    private static final double PAPER_ATTACKED = 100;

    private static final double PAPER_OTHERS = 20;
    private static final double MOST_OF_DAYS = 0.99;
    private static final int DAYS_BEFORE = 14;
    private static final int DAYS_AFTER = 35;

    private final Society society;
    private final List<Integer> called = new ArrayList<>();
    private final List<Integer> misused = new ArrayList<>();
    private final int[] calledDays;
    private final int[] misusedDays;
    private final int[] otherDays;

    AttackFigures(Society society) {
        this.society = society;
        List<Integer> others = new ArrayList<>();
        for (int user : society.internal()) {
            if (!society.isMalicious(user)) {
                others.add(user);
            } else if (society.facts(user).filter(facts -> facts.trafficClass() == TrafficClass.SPIT).isPresent()) {
                called.add(user);
            } else {
                misused.add(user);
            }
        }
        calledDays = atMaximum(called);
        misusedDays = atMaximum(misused);
        otherDays = others.stream().flatMapToInt(user -> counts(user, _ -> true)).sorted().toArray();
    }

    /// How many calls a user makes and receives, by days with calls, in days since the epoch.
    private Map<Long, Integer> byDay(int user) {
        Map<Long, Integer> counts = new TreeMap<>();
        for (int place = 0; place < society.calls().count(user); place++) {
            long at = society.records().startNanos(society.calls().call(user, place));
            counts.merge(Math.floorDiv(at, Society.DAY), 1, Integer::sum);
        }
        return counts;
    }

    private IntStream counts(int user, Predicate<Long> isTaken) {
        return byDay(user).entrySet().stream().filter(day -> isTaken.test(day.getKey())).mapToInt(Map.Entry::getValue);
    }

    private MisuseDays misuse(int user) {
        return society.facts(user).flatMap(facts -> facts.misuse()).orElseThrow();
    }

    private int[] atMaximum(List<Integer> users) {
        return users.stream().flatMapToInt(user -> {
            MisuseDays misuse = misuse(user);
            long from = misuse.full().toEpochDay();
            long to = misuse.to().toEpochDay();
            return counts(user, day -> day >= from && day <= to);
        }).sorted().toArray();
    }

    List<PaperFigure> figures() {
        return List.of(
                new PaperFigure("fig-20", "Fig. 20: calls of a user on a day with calls",
                        PaperFigure.Axis.log("calls made and received on a day"),
                        PaperFigure.Axis.log("share of days with at least this many"),
                        List.of(AtLeast.of("other internal users", Arrays.stream(otherDays)),
                                AtLeast.of("called by spam callers, at the maximum", Arrays.stream(calledDays)),
                                AtLeast.of("misused accounts, at the maximum", Arrays.stream(misusedDays)))),
                new PaperFigure("fig-20-days", "Fig. 20: calls of a user before, during and after an attack",
                        "days since the first day of the attack", "calls made and received on a day, mean",
                        List.of(aroundAttack("called by spam callers", called),
                                aroundAttack("misused accounts", misused))));
    }

    private PaperFigure.Series aroundAttack(String name, List<Integer> users) {
        double[] sums = new double[DAYS_BEFORE + DAYS_AFTER + 1];
        for (int user : users) {
            long first = misuse(user).from().toEpochDay();
            byDay(user).forEach((day, count) -> {
                long place = day - first + DAYS_BEFORE;
                if (place >= 0 && place < sums.length) {
                    sums[(int) place] += count;
                }
            });
        }
        return new PaperFigure.Series(name, PaperFigure.Kind.LINES,
                IntStream.range(0, users.isEmpty() ? 0 : sums.length)
                        .mapToObj(place -> new PaperFigure.Point(place - DAYS_BEFORE, sums[place] / users.size()))
                        .toList());
    }

    /// What the text states about days with and without attack.
    EvaluationTable table() {
        List<EvaluationRow> rows = new ArrayList<>();
        addDays(rows, "called by spam callers, at the maximum: median", calledDays, 0.5, PAPER_ATTACKED);
        addDays(rows, "misused accounts, at the maximum: median", misusedDays, 0.5, null);
        addDays(rows, "other internal users: 99 of 100 days have at most", otherDays, MOST_OF_DAYS, PAPER_OTHERS);
        return new EvaluationTable("Fig 20", "Calls of a user on a day with calls", rows);
    }

    private static void addDays(List<EvaluationRow> rows, String name, int[] sorted, double share,
            @Nullable Double paper) {
        if (sorted.length > 0) {
            rows.add(new EvaluationRow(name, paper, Spread.of(sorted[(int) (share * (sorted.length - 1))]), null));
        }
    }
}
