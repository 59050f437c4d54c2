package org.sipsleuth.view.edge.advice;

import org.sipsleuth.edge.advice.Advice;

/// How far the recommendations are.
public sealed interface AdviceState {

    /// There is no attack that anything could be recommended against.
    record NoAttack() implements AdviceState {}

    /// Detectors are still running.
    record Waiting() implements AdviceState {}

    /// Combinations are being tried.
    record Running() implements AdviceState {}

    /// All were tried.
    record Known(Advice advice) implements AdviceState {}

    /// The user has stopped it.
    record Stopped() implements AdviceState {}

    /// It was not possible.
    record Failed() implements AdviceState {}
}
