package org.sipsleuth.belief.network;

import java.util.List;
import java.util.OptionalInt;

/// What one leaf contributes to a belief.
///
/// @param variable the leaf
/// @param speaks whether it sends a message: it has a table, is not excluded, and has something to
///     say
/// @param state the interval that a measure fell into; empty for a distribution, and for a share of
///     nothing
/// @param states the names of all its states, in order
/// @param likelihood λ of the leaf: 1 for the interval that was matched and 0 for the others, or
///     the counts, all of them 0 if there was nothing to count
/// @param message λ to the root; all ones if it does not speak
/// @param expected π of the leaf: how probable each state is if all other leaves are believed
public record LeafReasoning(Variable variable, boolean speaks, OptionalInt state, List<String> states,
        List<Double> likelihood, ClassVector message, List<Double> expected) {

    /// Copies its arguments.
    public LeafReasoning {
        states = List.copyOf(states);
        likelihood = List.copyOf(likelihood);
        expected = List.copyOf(expected);
    }

    /// Whether it is a distribution or share that had nothing to count.
    public boolean countedNothing() {
        return state.isEmpty() && likelihood.stream().allMatch(count -> count == 0);
    }

    /// How much it speaks for one class against another: the quotient of their messages. Above 1
    /// for the first; infinite if it excludes the other; NaN if it excludes both.
    public double favours(TrafficClass first, TrafficClass other) {
        return message.get(first) / message.get(other);
    }
}
