package org.sipsleuth.evaluation;

import java.time.Duration;
import java.util.Optional;

/// About what an evaluation takes, measured on two cores.
///
/// @param time empty where it depends on the captures that are given
/// @param mebibytes of heap that suffice; 0 where that depends on the captures, too
public record EvaluationCost(Optional<Duration> time, long mebibytes) {

    /// Of known time.
    public static EvaluationCost of(Duration time, long mebibytes) {
        return new EvaluationCost(Optional.of(time), mebibytes);
    }

    /// Of captures that are given, whose readers refuse what is too large.
    public static EvaluationCost ofCaptures() {
        return new EvaluationCost(Optional.empty(), 0);
    }
}
