package org.sipsleuth.evaluation;

import java.nio.file.Path;
import java.util.List;
import org.sipsleuth.dialog.ReadOptions;

/// How much is measured.
///
/// @param seed of the corpus, and of all that is drawn
/// @param splits how many splits of the corpus, at least 1
/// @param extent whether less or more than usual
/// @param traffic captures of real traffic to be measured on as well; may be none
/// @param others captures that are only looked at with what was learned from them; for incidents
///     those without attack
/// @param reading how captures are read
public record EvaluationRequest(long seed, int splits, Extent extent, List<Path> traffic, List<Path> others,
        ReadOptions reading) {

    /// How much of what a method measures.
    public enum Extent {
        /// What takes two minutes at most, with smaller corpora: for a look at the tables.
        QUICK,
        /// What the documentation states.
        USUAL,
        /// Also what takes hours.
        FULL
    }

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

    /// Whether little is enough.
    public boolean isQuick() {
        return extent == Extent.QUICK;
    }

    /// Whether also what takes hours is measured.
    public boolean isFull() {
        return extent == Extent.FULL;
    }
}
