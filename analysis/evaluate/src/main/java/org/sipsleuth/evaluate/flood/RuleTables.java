package org.sipsleuth.evaluate.flood;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.evaluate.flood.FloodTraffic.World;
import org.sipsleuth.evaluate.flood.FloodVerdicts.Choice;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Expectation;
import org.sipsleuth.evaluation.Interval;
import org.sipsleuth.evaluation.PlayedSeeds;
import org.sipsleuth.evaluation.Spread;
import org.sipsleuth.flood.detection.FloodMethod;
import org.sipsleuth.flood.detection.FloodModel;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.simulate.scenario.flood.FloodRate;

/// The rule of overdue INVITEs beside the bundled GRU and the best single input: wrong windows,
/// floods known in time, false alarms in weeks without floods.
///
/// @param choice the seeds that choose the single input and its threshold
/// @param test the seeds that are measured
record RuleTables(PlayedSeeds choice, PlayedSeeds test, long seed, RunMonitor monitor, Consumer<String> news) {

    private static final double HALF = 0.5;
    private static final double WEEK_HOURS = 168;
    private static final double MOST_FALSE = 1;
    private static final double LEAST_IN_TIME = 1;
    private static final Set<FloodRate> FROM_LOW = EnumSet.complementOf(EnumSet.of(FloodRate.VERY_LOW));

    /// A detector of windows, by name.
    private record Rival(String name, Function<FloodCapture, FloodAlarms> alarms) {}

    List<EvaluationTable> all() throws IOException {
        FloodRows.Simple gru = gru();
        List<EvaluationRow> windows = new ArrayList<>();
        List<Rival> rivals = List.of();
        for (World world : List.of(World.CLOSED, World.OPEN)) {
            FloodSet choose = FloodSet.whole(FloodTraffic.LEGITIMATE.in(world), choice, monitor, news);
            FloodRows.Simple single = FloodRows.bestSingle(choose, Choice.ALL);
            FloodSet set = FloodSet.whole(FloodTraffic.LEGITIMATE.in(world), test, monitor, news);
            double simplest = single.on(set).counts(Choice.ALL).error();
            FloodVerdicts rule = FloodVerdicts.of(set, WindowScorer.ofRule(), HALF);
            windows.add(row(world.text() + ", rule: share misclassified", error(rule), null, simplest));
            windows.add(row(world.text() + ", GRU: share misclassified", error(gru.on(set)), null, simplest));
            windows.add(row(world.text() + ", GRU, threshold chosen: share misclassified",
                    error(FloodRows.Simple.of(choose, gru.scorer(), Choice.ALL).on(set)), null, simplest));
            windows.add(row(world.text() + ": windows", Spread.of(set.size()), null, null));
            rivals = List.of(new Rival("rule", FloodAlarms::ofRule), rival("GRU", gru),
                    rival("best single input", single));
        }
        return List.of(new EvaluationTable("rule-windows",
                "Windows of mixed floods; 95 % intervals over captures; simplest: the best single input", windows),
                floods(rivals), weeks(rivals));
    }

    private static Rival rival(String name, FloodRows.Simple simple) {
        return new Rival(name, capture -> FloodAlarms.of(capture, simple.scorer().scores(capture), simple.threshold()));
    }

    private static FloodRows.Simple gru() throws IOException {
        FloodModel model = FloodModel.open(new FloodMethod().shipped());
        return new FloodRows.Simple(WindowScorer.of(model.network(NetworkKind.GRU)), model.threshold(NetworkKind.GRU));
    }

    private Spread error(FloodVerdicts verdicts) {
        return Interval.of(verdicts.eachCounts(Choice.ALL), seed, some -> FloodVerdicts.sum(some).error());
    }

    private EvaluationTable floods(List<Rival> rivals) throws IOException {
        List<EvaluationRow> rows = new ArrayList<>();
        for (World world : World.values()) {
            for (FloodRate rate : FROM_LOW) {
                FloodTraffic traffic = FloodTraffic.LEGITIMATE.of(rate, world);
                FloodSet set = FloodSet.replayed(traffic, test, monitor, news);
                List<FloodAlarms> limits = set.captures().stream().map(FloodAlarms::ofRule).toList();
                rows.add(row(traffic.name() + ": time allowed, mean, s", Spread.of(FloodAlarms.limit(limits)), null,
                        null));
                double lostInAll = FloodAlarms.lostAFlood(set.captures().stream().map(FloodAlarms::ofNobody).toList());
                for (Rival rival : rivals) {
                    List<FloodAlarms> all = set.captures().stream().map(rival.alarms()).toList();
                    String name = traffic.name() + ", " + rival.name();
                    boolean isRule = rival.equals(rivals.getFirst());
                    rows.add(row(name + ": share known in time", Interval.of(all, seed, FloodAlarms::shareInTime),
                            isRule ? Expectation.atLeast(LEAST_IN_TIME) : null, null));
                    rows.add(
                            row(name + ": delay, median, least and largest, s", new Spread(FloodAlarms.delay(all, HALF),
                                    FloodAlarms.delay(all, 0), FloodAlarms.delay(all, 1)), null, null));
                    if (world != World.DEAD) { // its calls are lost in the capture already
                        rows.add(row(name + ": legitimate calls lost until then, a flood",
                                Interval.of(all, seed, FloodAlarms::lostAFlood), null, lostInAll));
                    }
                    rows.add(row(name + ": false alarms an hour", Spread.of(falseAnHour(all)), null, null));
                }
            }
        }
        return new EvaluationTable("rule-floods",
                "Floods from L up, four of each capture, known within 1 s or the median time of answers and 1 s;"
                        + " simplest of lost calls: nobody knows of the flood",
                rows);
    }

    private static double falseAnHour(List<FloodAlarms> all) {
        return all.stream().mapToInt(FloodAlarms::isFalse).sum() / all.stream().mapToDouble(FloodAlarms::hours).sum();
    }

    private EvaluationTable weeks(List<Rival> rivals) throws IOException {
        List<EvaluationRow> rows = new ArrayList<>();
        for (World world : List.of(World.CLOSED, World.OPEN)) {
            FloodSet set = FloodSet.whole(FloodTraffic.week(world), test, monitor, news);
            for (Rival rival : rivals) {
                List<FloodAlarms> all = set.captures().stream().map(rival.alarms()).toList();
                double weeks = all.stream().mapToDouble(FloodAlarms::hours).sum() / WEEK_HOURS;
                int found = all.stream().mapToInt(FloodAlarms::isFalse).sum();
                rows.add(row("week, " + world.text() + ", " + rival.name() + ": false alarms a week",
                        PoissonInterval.of(found, weeks),
                        rival.equals(rivals.getFirst()) ? Expectation.atMost(MOST_FALSE) : null, null));
            }
            rows.add(row("week, " + world.text() + ": windows", Spread.of(set.size()), null, null));
        }
        return new EvaluationTable("rule-weeks", "Weeks without floods, 180 calls an hour; 95 % intervals (Poisson)",
                rows);
    }

    private static EvaluationRow row(String name, Spread ours, @Nullable Expectation must, @Nullable Double simplest) {
        return new EvaluationRow(name, null, ours, must, simplest);
    }
}
