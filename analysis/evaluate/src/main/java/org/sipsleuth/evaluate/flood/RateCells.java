package org.sipsleuth.evaluate.flood;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.evaluate.flood.FloodVerdicts.Choice;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Expectation;
import org.sipsleuth.evaluation.Interval;
import org.sipsleuth.evaluation.Spread;
import org.sipsleuth.flood.input.Input;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.simulate.scenario.flood.FloodBehaviour;
import org.sipsleuth.simulate.scenario.flood.FloodRate;

/// The errors per rate and behaviour where identities carry no information. One network for all;
/// its threshold is chosen for each cell, with other captures, as the best possible error knows the
/// cell too. Only windows inside a flood or outside of all count.
///
/// @param networks trained on all rates and behaviours
record RateCells(FloodEvaluator.Play play, FloodNetworks networks) {

    private static final double MOST_TIMES_BEST = 1.2;
    private static final double MOST_WRONG = 10;
    private static final double LEAST_FOUND = 0.99;
    private static final double MOST_DELAY = 1;
    private static final long SEEDS = 20;
    private static final long SEEDS_CHOOSE = 6;

    /// Windows of each kind in the test.
    private static final int WINDOWS = 8_000;

    private static final int FAST_WINDOWS = 5_000;

    /// Most of each kind that choose the threshold.
    private static final int CHOOSING = 2_000;

    /// A rate and a behaviour.
    private record Cell(FloodRate rate, FloodBehaviour behaviour) {

        boolean isFast() {
            return behaviour == FloodBehaviour.VERY_HIGH && rate.perSecond() >= FloodRate.VERY_HIGH.perSecond();
        }
    }

    private static List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (FloodRate rate : FloodRate.values()) {
            cells.add(new Cell(rate, FloodBehaviour.VERY_HIGH));
        }
        cells.add(new Cell(FloodRate.MEDIUM, FloodBehaviour.ABRUPT));
        cells.add(new Cell(FloodRate.MEDIUM, FloodBehaviour.STEALTHY));
        cells.add(new Cell(FloodRate.MEDIUM, FloodBehaviour.LOW_RATE));
        return cells;
    }

    /// How many cells there are.
    static int count() {
        return cells().size();
    }

    /// The first seed that chooses the threshold of a cell.
    static long choose(int cell) {
        return FloodEvaluator.CELL_CHOOSE + SEEDS_CHOOSE * cell;
    }

    /// The first seed that tests a cell.
    static long test(int cell) {
        return FloodEvaluator.CELL_TEST + SEEDS * cell;
    }

    EvaluationTable table() throws IOException {
        List<EvaluationRow> rows = new ArrayList<>();
        for (Cell cell : cells()) {
            addRows(cell, rows);
        }
        return new EvaluationTable("rates",
                "Per rate and behaviour, legitimate identities, normal calls go on; simplest: the mean gap", rows);
    }

    private void addRows(Cell cell, List<EvaluationRow> rows) throws IOException {
        FloodTraffic traffic = FloodTraffic.LEGITIMATE.of(cell.rate(), cell.behaviour());
        int number = cells().indexOf(cell);
        int windows = play.of(cell.isFast() ? FAST_WINDOWS : WINDOWS);
        FloodSet choose = play.set(traffic, choose(number), play.of(CHOOSING), play.of(CHOOSING));
        FloodSet test = play.set(traffic, test(number), windows, windows);
        FloodVerdicts simple = FloodRows.Simple.of(choose, WindowScorer.of(Input.GAP, false), Choice.PURE).on(test);
        double best = FloodRows.bound(simple).of(cell.rate(), cell.behaviour(), traffic.goesOn());
        double simpleError = simple.counts(Choice.PURE).error();
        for (NetworkKind kind : NetworkKind.values()) {
            FloodVerdicts ours = FloodRows.Simple.of(choose, WindowScorer.of(networks.of(kind)), Choice.PURE).on(test);
            String name = traffic.name() + ", " + FloodRows.name(kind);
            Spread error =
                    Interval.of(ours.eachCounts(Choice.PURE), play.seed(), some -> FloodVerdicts.sum(some).error());
            rows.add(new EvaluationRow(name + ": share misclassified", null, error, null, simpleError, best));
            if (kind == NetworkKind.GRU) {
                addDemands(cell, name, ours, simple, error, best, rows);
            }
        }
    }

    private static void addDemands(Cell cell, String name, FloodVerdicts ours, FloodVerdicts simple, Spread error,
            double best, List<EvaluationRow> rows) {
        boolean isConstant = cell.behaviour() == FloodBehaviour.VERY_HIGH;
        if (cell.isFast()) {
            rows.add(FloodRows.of(name + ": windows misclassified", null, (double) ours.counts(Choice.PURE).wrong(),
                    Expectation.atMost(MOST_WRONG), (double) simple.counts(Choice.PURE).wrong(),
                    best * ours.counts(Choice.PURE).size()));
        } else {
            rows.add(FloodRows.of(name + ": least of the 95 % interval by the best possible", null,
                    error.least() / best, isConstant ? Expectation.atMost(MOST_TIMES_BEST) : null,
                    simple.counts(Choice.PURE).error() / best, 1.0));
        }
        boolean isAtLeastLow = isConstant && cell.rate() != FloodRate.VERY_LOW;
        boolean isAtLeastMedium = isAtLeastLow && cell.rate() != FloodRate.LOW;
        rows.add(FloodRows.of(name + ": floods with a flagged window", null, ours.intervals().found(),
                isAtLeastLow ? Expectation.atLeast(LEAST_FOUND) : null, simple.intervals().found(), 1.0));
        rows.add(FloodRows.of(name + ": delay, median, s", null, ours.intervals().medianDelay(),
                isAtLeastMedium ? Expectation.atMost(MOST_DELAY) : null, simple.intervals().medianDelay(), 0.0));
    }
}
