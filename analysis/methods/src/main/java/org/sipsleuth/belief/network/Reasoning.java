package org.sipsleuth.belief.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/// A belief with every number that leads to it, as the paper calculates (§4.2). Immutable.
///
/// @param observation the values of the leaves
/// @param prior π of the root
/// @param leaves what each leaf contributes, in their order
/// @param product L, the messages of all leaves multiplied class by class; not normalised. Numbers
///     too small for it are 0 here, which indicates nothing of the belief
/// @param likelihood λ of the root: L normalised; the prior's place is taken by nothing, so it is
///     what the evidence alone says
/// @param belief BEL of the root: π times λ, normalised
public record Reasoning(Observation observation, ClassVector prior, List<LeafReasoning> leaves, ClassVector product,
        Belief likelihood, Belief belief) {

    /// Copies its argument.
    public Reasoning {
        leaves = List.copyOf(leaves);
    }

    /// The reasoning of an observation, with the prior of the tables.
    ///
    /// @param silent leaves whose evidence is left out
    public static Reasoning of(BeliefTables tables, Observation observation, Set<Variable> silent) {
        return of(tables, observation, silent, tables.prior());
    }

    /// The reasoning of an observation.
    ///
    /// @param prior what was believed before
    public static Reasoning of(BeliefTables tables, Observation observation, Set<Variable> silent, ClassVector prior) {
        Inference inference = new Inference(tables, silent);
        List<LeafReasoning> leaves = new ArrayList<>();
        double[] product = new double[ClassVector.SIZE];
        for (Variable variable : Variable.all()) {
            double[] message = new double[ClassVector.SIZE];
            if (inference.speaks(variable, observation)) {
                inference.message(variable, observation, message);
            }
            for (int i = 0; i < product.length; i++) {
                product[i] += message[i];
            }
            leaves.add(leaf(inference, variable, observation, message, prior));
        }
        return new Reasoning(observation, prior, leaves, exponential(product),
                Inference.belief(product, ClassVector.uniform()), inference.infer(observation, prior));
    }

    private static LeafReasoning leaf(Inference inference, Variable variable, Observation observation, double[] message,
            ClassVector prior) {
        boolean speaks = inference.speaks(variable, observation);
        VariableTable table = inference.tables().tableOrNull(variable);
        if (table == null) {
            return new LeafReasoning(variable, false, OptionalInt.empty(), variable.categories(), List.of(),
                    exponential(message), List.of());
        }
        return new LeafReasoning(variable, speaks,
                variable.isDistribution() || !observation.isObserved(variable) ? OptionalInt.empty()
                        : OptionalInt.of(table.state(observation.value(variable))),
                IntStream.range(0, table.states()).mapToObj(table::stateName).toList(), likelihood(table, observation),
                exponential(message), expected(inference.tables(), table, observation, prior));
    }

    private static List<Double> likelihood(VariableTable table, Observation observation) {
        Variable variable = table.variable();
        if (variable.isDistribution()) {
            return observation.counts(variable).stream().map(Integer::doubleValue).toList();
        }
        List<Double> likelihood = new ArrayList<>(Collections.nCopies(table.states(), 0.0));
        if (observation.isObserved(variable)) {
            likelihood.set(table.state(observation.value(variable)), 1.0);
        }
        return likelihood;
    }

    /// The message π down to a leaf: what is believed without it, times its table.
    private static List<Double> expected(BeliefTables tables, VariableTable table, Observation observation,
            ClassVector prior) {
        Belief others = new Inference(tables, Set.of(table.variable())).infer(observation, prior);
        double[] expected = new double[table.states()];
        double sum = 0;
        for (int state = 0; state < expected.length; state++) {
            for (TrafficClass each : TrafficClass.all()) {
                expected[state] += others.classes().get(each) * table.probability(each, state);
            }
            sum += expected[state];
        }
        double all = sum;
        return Arrays.stream(expected).mapToObj(value -> all == 0 ? 0 : value / all).toList();
    }

    /// The numbers of which these are the logarithms; what is too large for a number is the largest
    /// that there is.
    private static ClassVector exponential(double[] logs) {
        return ClassVector
                .of(Arrays.stream(logs).map(log -> Math.min(StrictMath.exp(log), Double.MAX_VALUE)).toArray());
    }

    /// What a leaf contributes.
    @SuppressWarnings("EnumOrdinal") // the place in the list of leaves
    public LeafReasoning leaf(Variable variable) {
        return leaves.get(variable.ordinal());
    }

    /// The leaves whose message excludes a class.
    public List<Variable> excluding(TrafficClass trafficClass) {
        return leaves.stream()
                .filter(leaf -> leaf.message().get(trafficClass) == 0)
                .map(LeafReasoning::variable)
                .toList();
    }
}
