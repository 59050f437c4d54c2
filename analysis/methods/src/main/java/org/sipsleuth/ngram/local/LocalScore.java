package org.sipsleuth.ngram.local;

import java.util.List;

/// How far a message lies from the nearest normal ones (paper 3, section 4.2).
///
/// @param value the mean distance less the spread; higher is more anomalous, below 0 is possible
/// @param meanDistance the mean distance to the neighbours
/// @param spread 1/k² times the sum of the distances among the neighbours
/// @param neighbours the nearest first; among equals the earlier training message
public record LocalScore(double value, double meanDistance, double spread, List<Neighbour> neighbours) {

    /// Copies the list.
    public LocalScore {
        neighbours = List.copyOf(neighbours);
    }
}
