package org.sipsleuth.social.graph;

import java.util.List;

/// Callers who nearly all call the same callees.
///
/// @param callers as numbers of the records' users, in order
/// @param callees as numbers of the records' users, in order; a user may be among both
/// @param pairs how many pairs of one of the callers and one of the callees have a call
/// @param fill the share of the possible pairs that is, 0 to 1; higher is more anomalous
/// @param lift how many times as many pairs as the numbers of contacts of these users lead to
///     expect, above 0; 1 is chance, higher is more anomalous
public record DenseBlock(List<Integer> callers, List<Integer> callees, int pairs, double fill, double lift) {

    /// Takes copies.
    public DenseBlock {
        callers = List.copyOf(callers);
        callees = List.copyOf(callees);
    }
}
