package org.sipsleuth.evaluate;

import org.jspecify.annotations.Nullable;

/// A figure of a paper, and ours.
///
/// @param name what it is, with its unit
/// @param paper the paper's figure, or null where it has none
/// @param ours what we measured
/// @param must what ours must be, or null where nothing is asked
/// @param simplest the figure of the simplest alternative, or null where it is not known
public record EvaluationRow(
        String name,
        @Nullable Double paper,
        Spread ours,
        @Nullable Expectation must,
        @Nullable Double simplest) {

    /// A row without a simplest alternative.
    public EvaluationRow(
            String name, @Nullable Double paper, Spread ours, @Nullable Expectation must) {
        this(name, paper, ours, must, null);
    }

    /// Whether it is as it must be; null where nothing is asked.
    public @Nullable Boolean met() {
        return must == null ? null : must.isMetBy(ours);
    }
}
