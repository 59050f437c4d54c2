package org.sipsleuth.belief.network;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How much a belief rests on each leaf: what would be believed without it. Not in the paper.
///
/// @param belief with all evidence
/// @param without what is believed without the evidence of each leaf that speaks
public record Sensitivity(Belief belief, List<Without> without) {

    /// What is believed without a leaf.
    ///
    /// @param variable the leaf
    /// @param belief without its evidence
    /// @param changesClass whether another class leads then
    public record Without(Variable variable, Belief belief, boolean changesClass) {}

    /// Copies its argument.
    public Sensitivity {
        without = List.copyOf(without);
    }

    /// The sensitivity of an observation.
    ///
    /// @param silent leaves whose evidence is left out anyway
    public static Sensitivity of(BeliefTables tables, Observation observation, Set<Variable> silent) {
        Inference inference = new Inference(tables, silent);
        Belief belief = inference.infer(observation);
        return new Sensitivity(belief,
                Variable.all()
                        .stream()
                        .filter(variable -> inference.speaks(variable, observation))
                        .map(variable -> without(tables, observation, silent, variable, belief))
                        .toList());
    }

    private static Without without(BeliefTables tables, Observation observation, Set<Variable> silent,
            Variable variable, Belief belief) {
        Set<Variable> left = Stream.concat(silent.stream(), Stream.of(variable)).collect(Collectors.toSet());
        Belief other = new Inference(tables, left).infer(observation);
        return new Without(variable, other,
                other.leading() != belief.leading() || other.isContradiction() != belief.isContradiction());
    }

    /// The leaves without which another class leads.
    public List<Variable> decisive() {
        return without.stream().filter(Without::changesClass).map(Without::variable).toList();
    }
}
