package org.sipsleuth.evaluate.stolen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Interval;
import org.sipsleuth.evaluation.Spread;

/// What became of the stolen accounts of one kind of network, as tables.
///
/// @param kind of network
/// @param trials at least one
/// @param limit of calls abroad a day, for the simplest rule
/// @param seed of the intervals
record StolenTables(NetworkCase kind, List<StolenTrial> trials, int limit, long seed) {

    private static final double DAYS_OF_A_WEEK = 7;

    List<EvaluationTable> all() {
        List<EvaluationRow> rows = new ArrayList<>();
        rows.add(row("stolen accounts", Spread.of((double) stolen(trials))));
        rows.add(row("limit of calls abroad a day", Spread.of((double) limit)));
        for (Means means : Means.values()) {
            rows.add(row(means.text() + ": share named", share(means, trials)));
            double[] minutes = minutes(means);
            if (minutes.length > 0) {
                rows.add(row(means.text() + ": minutes, median, least and most",
                        new Spread(minutes[minutes.length / 2], minutes[0], minutes[minutes.length - 1])));
            }
            rows.add(row(means.text() + ": other accounts a week",
                    Interval.of(trials, seed, some -> othersAWeek(means, some))));
        }
        return List.of(new EvaluationTable(kind.text(),
                "Stolen accounts of 5 to 20 calls a day, " + kind.text()
                        + ": named, minutes from the first paid call of those named, others named; 95 % intervals",
                rows), rates());
    }

    private EvaluationTable rates() {
        List<EvaluationRow> rows = new ArrayList<>();
        for (int perDay : new TreeSet<>(trials.stream().map(StolenTrial::perDay).toList())) {
            List<StolenTrial> some = trials.stream().filter(trial -> trial.perDay() == perDay).toList();
            for (Means means : Means.values()) {
                rows.add(row(perDay + " calls a day: " + means.text(), share(means, some)));
            }
        }
        return new EvaluationTable(kind.text() + "-rates",
                "Share of stolen accounts named, " + kind.text() + ", by calls a day of the first one", rows);
    }

    private static EvaluationRow row(String name, Spread ours) {
        return new EvaluationRow(name, null, ours, null);
    }

    private static long stolen(List<StolenTrial> some) {
        return some.stream().mapToLong(StolenTrial::stolen).sum();
    }

    private static Spread share(Means means, List<StolenTrial> some) {
        long named = some.stream().mapToLong(trial -> trial.minutes().getOrDefault(means, List.of()).size()).sum();
        return Interval.ofShare(named, Math.max(1, stolen(some)));
    }

    private double[] minutes(Means means) {
        double[] sorted = trials.stream()
                .flatMap(trial -> trial.minutes().getOrDefault(means, List.of()).stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double othersAWeek(Means means, List<StolenTrial> some) {
        double weeks = some.stream().mapToDouble(StolenTrial::days).sum() / DAYS_OF_A_WEEK;
        return some.stream().mapToInt(trial -> trial.others().getOrDefault(means, 0)).sum() / weeks;
    }
}
