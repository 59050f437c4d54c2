package org.sipsleuth.evaluate;

import org.jspecify.annotations.Nullable;

/// A figure of a paper, and ours.
///
/// @param name what it is, with its unit
/// @param paper the paper's figure, or null where it has none
/// @param ours what we measured
/// @param must what ours must be, or null where nothing is asked
public record EvaluationRow(
        String name, @Nullable Double paper, Spread ours, @Nullable Expectation must) {

    /// Whether it is as it must be; null where nothing is asked.
    public @Nullable Boolean met() {
        return must == null ? null : must.isMetBy(ours);
    }
}
