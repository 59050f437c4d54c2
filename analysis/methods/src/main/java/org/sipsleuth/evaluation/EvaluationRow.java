package org.sipsleuth.evaluation;

import org.jspecify.annotations.Nullable;

/// A figure of a paper, and ours.
///
/// @param name what it is, with its unit
/// @param paper the paper's figure, or null where it has none
/// @param ours what we measured
/// @param must what ours must be, or null where nothing is asked
/// @param simplest the figure of the simplest alternative, or null where it is not known
/// @param best the best possible figure, or null where it is not known
/// @param isTimed whether ours is a time that was measured: another in each run
public record EvaluationRow(String name, @Nullable Double paper, Spread ours, @Nullable Expectation must,
        @Nullable Double simplest, @Nullable Double best, boolean isTimed) {

    /// A row that is the same in each run.
    public EvaluationRow(String name, @Nullable Double paper, Spread ours, @Nullable Expectation must,
            @Nullable Double simplest, @Nullable Double best) {
        this(name, paper, ours, must, simplest, best, false);
    }

    /// A row of which the best possible figure is not known.
    public EvaluationRow(String name, @Nullable Double paper, Spread ours, @Nullable Expectation must,
            @Nullable Double simplest) {
        this(name, paper, ours, must, simplest, null);
    }

    /// A row without a simplest alternative.
    public EvaluationRow(String name, @Nullable Double paper, Spread ours, @Nullable Expectation must) {
        this(name, paper, ours, must, null, null);
    }

    /// The same of a time that was measured.
    public EvaluationRow timed() {
        return new EvaluationRow(name, paper, ours, must, simplest, best, true);
    }

    /// Whether it is as it must be; null where nothing is asked.
    public @Nullable Boolean met() {
        return must == null ? null : must.isMetBy(ours);
    }
}
