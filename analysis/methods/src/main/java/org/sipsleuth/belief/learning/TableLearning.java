package org.sipsleuth.belief.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.belief.network.BeliefTables;
import org.sipsleuth.belief.network.ClassVector;
import org.sipsleuth.belief.network.DecayRates;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.network.VariableTable;

/// Learns tables by counting: how often each state was observed in each class, with Dirichlet's
/// smoothing. The same periods yield the same tables, to the bit, in whatever order they come.
public final class TableLearning {

    /// The share of periods in the training data without a known value of something to count:
    /// captures that see one direction only, devices that only subscribe or are asked for their
    /// capabilities. Without it such traffic would be excluded from being normal.
    private static final double UNLIKE = 0.02;

    private final LabelledPeriods periods;
    private final LearningSettings settings;
    private final Optional<BeliefTables> fallback;

    /// @param fallback tables that provide the rows of classes without a period
    public TableLearning(
            LabelledPeriods periods, LearningSettings settings, Optional<BeliefTables> fallback) {
        this.periods = periods;
        this.settings = settings;
        this.fallback = fallback;
    }

    /// Learns.
    ///
    /// @param name display name of the tables
    /// @throws IllegalArgumentException if there is no period of a class and no row for it, with
    ///     words for the user
    public BeliefTables learn(String name, DecayRates decay) {
        List<VariableTable> tables = new ArrayList<>();
        for (Variable variable : Variable.all()) {
            tables.add(table(variable));
        }
        return BeliefTables.of(name, note(), prior(), decay, tables);
    }

    private String note() {
        List<String> counts = new ArrayList<>();
        for (TrafficClass each : TrafficClass.all()) {
            int count = periods.count(each);
            counts.add(
                    each.name() + (count == 0 ? ": unchanged" : ": %d periods".formatted(count)));
        }
        return "Learned. " + String.join(", ", counts);
    }

    private ClassVector prior() {
        double attack = (1 - settings.normalPrior()) / (ClassVector.SIZE - 1);
        return ClassVector.of(each -> each.isAttack() ? attack : settings.normalPrior());
    }

    private VariableTable table(Variable variable) {
        VariableTable empty = empty(variable);
        List<List<Double>> rows = new ArrayList<>();
        for (TrafficClass each : TrafficClass.all()) {
            rows.add(periods.count(each) == 0 ? known(empty).row(each) : learned(empty, each));
        }
        return variable.isDistribution()
                ? VariableTable.ofCategories(variable, empty.rule(), rows)
                        .withNothing(ClassVector.of(each -> nothing(empty, each)))
                : VariableTable.ofIntervals(variable, empty.borders(), rows);
    }

    /// How often a period of a class had nothing to count.
    private double nothing(VariableTable shape, TrafficClass trafficClass) {
        List<Observation> all = periods.of(trafficClass);
        if (all.isEmpty()) {
            return known(shape).nothing().orElseThrow().get(trafficClass);
        }
        long silent = all.stream().filter(each -> !each.isObserved(shape.variable())).count();
        double counted = (silent + settings.smoothing()) / (all.size() + 2 * settings.smoothing());
        return (1 - UNLIKE) * counted + UNLIKE / 2;
    }

    /// A table of the right shape that indicates nothing.
    private VariableTable empty(Variable variable) {
        int states =
                variable.isDistribution()
                        ? variable.categories().size()
                        : Discretisation.borders(variable).size() + 1;
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i < ClassVector.SIZE; i++) {
            rows.add(Collections.nCopies(states, 1.0 / states));
        }
        return variable.isDistribution()
                ? VariableTable.ofCategories(variable, settings.rule(), rows)
                : VariableTable.ofIntervals(variable, Discretisation.borders(variable), rows);
    }

    /// The table that is known beforehand, for the classes of which there is no period.
    private VariableTable known(VariableTable shape) {
        return fallback.flatMap(tables -> tables.table(shape.variable()))
                .filter(table -> table.borders().equals(shape.borders()))
                .filter(table -> table.nothing().isPresent() == shape.variable().isDistribution())
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "the captures have no period of "
                                                + missing()
                                                + " to learn from"));
    }

    /// The first of these classes.
    private String missing() {
        return TrafficClass.all().stream()
                .filter(each -> periods.count(each) == 0)
                .map(TrafficClass::word)
                .findFirst()
                .orElseThrow();
    }

    private List<Double> learned(VariableTable shape, TrafficClass trafficClass) {
        Variable variable = shape.variable();
        double[] counts = new double[shape.states()];
        Arrays.fill(counts, settings.smoothing());
        if (variable.isDistribution()) {
            addShares(variable, trafficClass, counts);
        } else {
            for (Observation observation : periods.of(trafficClass)) {
                counts[shape.state(observation.value(variable))]++;
            }
        }
        double sum = Arrays.stream(counts).sum();
        return Arrays.stream(counts).mapToObj(count -> count / sum).toList();
    }

    /// Adds the shares of a distribution: a period counts once, however many messages it has.
    private void addShares(Variable variable, TrafficClass trafficClass, double[] counts) {
        List<double[]> shares = new ArrayList<>();
        for (Observation observation : periods.of(trafficClass)) {
            double total = observation.total(variable);
            if (total > 0) {
                double[] share = new double[counts.length];
                for (int i = 0; i < share.length; i++) {
                    share[i] = observation.count(variable, i) / total;
                }
                shares.add(share);
            }
        }
        shares.sort(Arrays::compare); // so that sums do not depend on the order of the periods
        for (double[] share : shares) {
            for (int i = 0; i < share.length; i++) {
                counts[i] += share[i];
            }
        }
    }
}
