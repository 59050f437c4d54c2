package org.sipsleuth.evaluation;

import java.nio.file.Path;
import java.util.List;
import org.sipsleuth.dialog.ReadOptions;

/// How much is measured.
///
/// @param seed of the corpus, and of all that is drawn
/// @param splits how many splits of the corpus, at least 1
/// @param isFull whether also what takes hours
/// @param traffic captures of real traffic to be measured on as well; may be none
/// @param others captures that are only looked at with what was learned from them; for incidents
///     those without attack
/// @param reading how captures are read
public record EvaluationRequest(long seed, int splits, boolean isFull, List<Path> traffic, List<Path> others,
        ReadOptions reading) {

    /// Takes copies.
    ///
    /// @throws IllegalArgumentException if there is no split
    public EvaluationRequest {
        traffic = List.copyOf(traffic);
        others = List.copyOf(others);
        if (splits < 1) {
            throw new IllegalArgumentException("At least one split, not " + splits);
        }
    }
}
