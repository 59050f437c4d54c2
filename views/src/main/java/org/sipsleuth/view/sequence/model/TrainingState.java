package org.sipsleuth.view.sequence.model;

import org.sipsleuth.sequence.SequenceModel;

/// How it stands with a training.
sealed interface TrainingState {

    /// None was begun.
    record Idle() implements TrainingState {}

    /// One is under way.
    ///
    /// @param isStopping whether the user asked to stop
    record Running(boolean isStopping) implements TrainingState {}

    /// One ended, and gave a model that is in use now.
    record Done(SequenceModel model, boolean wasStopped) implements TrainingState {}

    /// One was stopped before there was anything to keep.
    record Stopped() implements TrainingState {}

    /// One failed.
    ///
    /// @param reason a sentence for the user
    record Failed(String reason) implements TrainingState {}
}
