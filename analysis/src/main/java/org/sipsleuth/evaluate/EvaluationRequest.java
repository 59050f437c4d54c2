package org.sipsleuth.evaluate;

/// How much is measured.
///
/// @param seed of the corpus, and of all that is drawn
/// @param splits how many splits of the corpus, at least 1
/// @param isFull whether also what takes hours
public record EvaluationRequest(long seed, int splits, boolean isFull) {

    /// @throws IllegalArgumentException if there is no split
    public EvaluationRequest {
        if (splits < 1) {
            throw new IllegalArgumentException("At least one split, not " + splits);
        }
    }
}
