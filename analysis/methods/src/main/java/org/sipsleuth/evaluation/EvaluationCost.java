package org.sipsleuth.evaluation;

import java.time.Duration;
import java.util.Optional;

/// About what an evaluation takes, measured on two cores.
///
/// @param time empty where it depends on the captures that are given
/// @param mebibytes of heap that suffice
public record EvaluationCost(Optional<Duration> time, long mebibytes) {

    /// Of known time.
    public static EvaluationCost of(Duration time, long mebibytes) {
        return new EvaluationCost(Optional.of(time), mebibytes);
    }

    /// Of captures that are given.
    public static EvaluationCost ofCaptures(long mebibytes) {
        return new EvaluationCost(Optional.empty(), mebibytes);
    }
}
