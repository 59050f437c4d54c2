package org.sipsleuth.app.workbench.truth;

import org.sipsleuth.truth.read.IndexTruth;

/// How it stands with the truth of what is open.
public sealed interface TruthState {

    /// No truth.
    record None() implements TruthState {}

    /// There is one, and it is not shown.
    record Offered() implements TruthState {}

    /// It is being read.
    record Reading() implements TruthState {}

    /// It is shown.
    record Visible(IndexTruth truth) implements TruthState {}

    /// It cannot be shown.
    ///
    /// @param sentence why
    record Refused(String sentence) implements TruthState {}
}
