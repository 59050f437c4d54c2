package org.sipsleuth.belief.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sipsleuth.belief.network.BeliefTables;
import org.sipsleuth.belief.network.ClassVector;
import org.sipsleuth.belief.network.DecayRates;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.network.VariableTable;

/// Learns tables: how often each state was observed in each class, with Dirichlet's smoothing, and
/// from there, unless only counts are wanted, [ConditionalFit]. The same periods yield the same
/// tables, to the bit, in whatever order they come.
public final class TableLearning {

    /// The share of periods in the training data without a known value of something to count:
    /// captures that see one direction only, devices that only subscribe or are asked for their
    /// capabilities. Without it such traffic would be excluded from being normal.
    private static final double UNLIKE = 0.02;

    private final LabelledPeriods periods;
    private final LearningSettings settings;
    private final Optional<BeliefTables> fallback;

    /// @param fallback tables that provide the rows of classes without a period
    public TableLearning(LabelledPeriods periods, LearningSettings settings, Optional<BeliefTables> fallback) {
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
        return learn(name, decay, Variable.learned());
    }

    /// The same of some leaves alone.
    public BeliefTables learn(String name, DecayRates decay, List<Variable> leaves) {
        List<VariableTable> tables = new ArrayList<>();
        for (Variable variable : leaves) {
            tables.add(table(variable));
        }
        BeliefTables counted = BeliefTables.of(name, note(), prior(), decay, tables);
        if (!settings.isConditional() || periods.size() == 0) {
            return counted;
        }
        if (areAllLearned()) {
            return ConditionalFit.ofAll(counted, periods, settings.fitWeight());
        }
        boolean isNormalKnown = fallback.isPresent() && settings.shippedWeight() > 0;
        return isNormalKnown && areAttacksUnknown()
                ? ConditionalFit.ofNormal(BeliefTables.of(name, note(), prior(), decay, known(leaves)), periods,
                        settings.shippedWeight())
                : counted;
    }

    private boolean areAllLearned() {
        return TrafficClass.all().stream().allMatch(each -> periods.count(each) > 0);
    }

    private boolean areAttacksUnknown() {
        return TrafficClass.all().stream().filter(TrafficClass::isAttack).allMatch(each -> periods.count(each) == 0);
    }

    /// The tables that are known beforehand, leaf by leaf.
    private List<VariableTable> known(List<Variable> leaves) {
        return leaves.stream().map(variable -> known(empty(variable))).toList();
    }

    private String note() {
        List<String> counts = new ArrayList<>();
        for (TrafficClass each : TrafficClass.all()) {
            int count = periods.count(each);
            counts.add(each.name() + (count == 0 ? ": unchanged" : ": %d periods".formatted(count)));
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
            rows.add(periods.count(each) == 0 ? known(empty).row(each) : row(empty, each));
        }
        VariableTable table = variable.isDistribution() ? VariableTable.ofCategories(variable, empty.rule(), rows)
                : VariableTable.ofIntervals(variable, empty.borders(), rows);
        return variable.canBeAbsent() ? table.withNothing(ClassVector.of(each -> nothing(empty, each))) : table;
    }

    /// A learned row, with the known one as far as the periods are few.
    private List<Double> row(VariableTable shape, TrafficClass trafficClass) {
        List<Double> own = learned(shape, trafficClass);
        double share = knownShare(trafficClass);
        if (share == 0) {
            return own;
        }
        List<Double> known = known(shape).row(trafficClass);
        return IntStream.range(0, own.size())
                .mapToObj(state -> (1 - share) * own.get(state) + share * known.get(state))
                .toList();
    }

    /// How much of a row is the known one: the weight of the shipped row, against the periods. 0
    /// where all classes are learned, or nothing is known.
    private double knownShare(TrafficClass trafficClass) {
        if (areAllLearned() || fallback.isEmpty() || settings.shippedWeight() == 0) {
            return 0;
        }
        return settings.shippedWeight() / (settings.shippedWeight() + periods.count(trafficClass));
    }

    /// How often a period of a class had nothing to count.
    private double nothing(VariableTable shape, TrafficClass trafficClass) {
        List<Observation> all = periods.of(trafficClass);
        if (all.isEmpty()) {
            return known(shape).nothing().orElseThrow().get(trafficClass);
        }
        long silent = all.stream().filter(each -> !each.isObserved(shape.variable())).count();
        double counted = (silent + settings.smoothing()) / (all.size() + 2 * settings.smoothing());
        double own = (1 - UNLIKE) * counted + UNLIKE / 2;
        double share = knownShare(trafficClass);
        return share == 0 ? own : (1 - share) * own + share * known(shape).nothing().orElseThrow().get(trafficClass);
    }

    /// A table of the right shape that indicates nothing.
    private VariableTable empty(Variable variable) {
        int states =
                variable.isDistribution() ? variable.categories().size() : Discretisation.borders(variable).size() + 1;
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i < ClassVector.SIZE; i++) {
            rows.add(Collections.nCopies(states, 1.0 / states));
        }
        return variable.isDistribution() ? VariableTable.ofCategories(variable, settings.rule(), rows)
                : VariableTable.ofIntervals(variable, Discretisation.borders(variable), rows);
    }

    /// The table that is known beforehand, for the classes of which there is no period.
    private VariableTable known(VariableTable shape) {
        return fallback.flatMap(tables -> tables.table(shape.variable()))
                .filter(table -> table.borders().equals(shape.borders()))
                .filter(table -> table.nothing().isPresent() == shape.variable().canBeAbsent())
                .orElseThrow(() -> new IllegalArgumentException(
                        "the captures have no period of " + missing() + " to learn from"));
    }

    /// The first of these classes.
    private String missing() {
        return TrafficClass.all()
                .stream()
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
                if (observation.isObserved(variable)) {
                    counts[shape.state(observation.value(variable))]++;
                }
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
