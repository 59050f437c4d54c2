package org.sipsleuth.evaluate.social;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Expectation;
import org.sipsleuth.evaluation.Interval;
import org.sipsleuth.evaluation.Spread;

/// Tables 5 and 6 over several societies, the simplest alternative beside them: a threshold of
/// calls a day, chosen on another society.
///
/// @param results of each society
/// @param goals what they are measured against
record AttackTables(List<FlagTable.Result> results, Goals goals) {

    /// What the paper has, and what is asked for; empty where nothing is.
    ///
    /// @param paperFound of the paper
    /// @param paperFalse of the paper
    /// @param found how many at least on average, by the nearest weeks of others
    /// @param falseShare the largest share of the others on average, by the same
    /// @param inTime the least share that is flagged by the day of the maximum
    record Goals(double paperFound, double paperFalse, OptionalDouble found, OptionalDouble falseShare,
            OptionalDouble inTime) {}

    /// Takes a copy.
    AttackTables {
        results = List.copyOf(results);
    }

    /// All figures.
    EvaluationTable table(String id, String title) {
        FlagTable.Result first = results.getFirst();
        String found = "found of " + first.bad() + ", by the one-class SVM";
        List<EvaluationRow> rows = new ArrayList<>();
        String unlike = "found of " + first.bad() + ", by the nearest weeks of others";
        rows.add(new EvaluationRow(unlike, goals.paperFound(), spread(FlagTable.Result::unlikeFound),
                atLeast(goals.found()), mean(FlagTable.Result::simpleFound)));
        rows.add(row("others, who call or are called", FlagTable.Result::good));
        rows.add(new EvaluationRow("false, by the nearest weeks of others", goals.paperFalse(),
                spread(FlagTable.Result::unlikeFalse), null, mean(FlagTable.Result::simpleFalse)));
        rows.add(new EvaluationRow("false, share of the others", null,
                spread(result -> result.unlikeFalse() / result.good()), atMost(goals.falseShare()),
                mean(result -> result.simpleFalse() / result.good())));
        rows.add(row(found, FlagTable.Result::found));
        rows.add(row("false, by the one-class SVM", FlagTable.Result::falseOnes));
        if (results.size() > 1) {
            rows.add(interval(unlike, FlagTable.Result::unlikeFound));
            rows.add(interval("false, by the nearest weeks of others", FlagTable.Result::unlikeFalse));
            rows.add(interval(found, FlagTable.Result::found));
            rows.add(interval("false, by the one-class SVM", FlagTable.Result::falseOnes));
            rows.add(new EvaluationRow("share of the seeds that meet both requirements, 95 % interval", null,
                    share(this::meetsBoth), null, share(this::simpleMeetsBoth).mean()));
            results.forEach(result -> addSeed(result, rows));
        }
        rows.add(row("threshold of the simplest alternative, calls a day", result -> result.simple().callsPerDay()));
        rows.add(row("found by CallRank, as many false", FlagTable.Result::rankFound));
        rows.add(row("area under the ROC curve of CallRank", FlagTable.Result::rankArea));
        rows.add(row("found by a two-class SVM with labels of other users, as many false",
                FlagTable.Result::labelledFound));
        rows.add(row("found, each day by the last seven", FlagTable.Result::foundByDay));
        rows.add(row("false, each day by the last seven", FlagTable.Result::falseByDay));
        rows.add(row("false among newcomers, by weeks", FlagTable.Result::falseNewcomers));
        rows.add(row("false among those whose role changed, by weeks", FlagTable.Result::falseChanged));
        rows.add(new EvaluationRow("share flagged by the day of the maximum, each day by the last seven", null,
                spread(FlagTable.Result::inTime), atLeast(goals.inTime()), null));
        return new EvaluationTable(id, title, rows);
    }

    private void addSeed(FlagTable.Result result, List<EvaluationRow> rows) {
        String name = "seed " + result.seed();
        rows.add(
                new EvaluationRow(name + ": found", null, Spread.of(result.unlikeFound()), null, result.simpleFound()));
        rows.add(
                new EvaluationRow(name + ": false", null, Spread.of(result.unlikeFalse()), null, result.simpleFalse()));
    }

    private boolean meetsBoth(FlagTable.Result result) {
        return meets(result.unlikeFound(), result.unlikeFalse() / result.good());
    }

    private boolean simpleMeetsBoth(FlagTable.Result result) {
        return meets(result.simpleFound(), result.simpleFalse() / result.good());
    }

    private boolean meets(double found, double falseShare) {
        return found >= goals.found().orElse(0) && falseShare <= goals.falseShare().orElse(1);
    }

    private Spread share(Predicate<FlagTable.Result> meets) {
        return Interval.ofShare(results.stream().filter(meets).count(), results.size());
    }

    /// Seeds are drawn again and again, as many as there are.
    private EvaluationRow interval(String name, ToDoubleFunction<FlagTable.Result> figure) {
        Spread mean = Interval.of(results, results.getFirst().seed(),
                some -> some.stream().mapToDouble(figure).average().orElseThrow());
        return new EvaluationRow(name + ": mean, 95 % interval over seeds", null, mean, null);
    }

    private EvaluationRow row(String name, ToDoubleFunction<FlagTable.Result> figure) {
        return new EvaluationRow(name, null, spread(figure), null);
    }

    private Spread spread(ToDoubleFunction<FlagTable.Result> figure) {
        return Spread.of(results.stream().mapToDouble(figure).toArray());
    }

    private double mean(ToDoubleFunction<FlagTable.Result> figure) {
        return spread(figure).mean();
    }

    private static @Nullable Expectation atLeast(OptionalDouble goal) {
        return goal.isEmpty() ? null : Expectation.atLeast(goal.getAsDouble());
    }

    private static @Nullable Expectation atMost(OptionalDouble goal) {
        return goal.isEmpty() ? null : Expectation.atMost(goal.getAsDouble());
    }
}
