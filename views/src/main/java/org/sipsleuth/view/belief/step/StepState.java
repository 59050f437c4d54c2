package org.sipsleuth.view.belief.step;

/// What is shown of the current message's source.
sealed interface StepState {

    /// Nothing, for a reason.
    enum Nothing implements StepState {
        /// The ladder stands at no message.
        NO_MESSAGE,
        /// The message is not counted yet.
        COUNTING,
        /// Nothing that counts came from its source until then.
        SILENT,
        /// The counting was stopped, or failed.
        UNKNOWN
    }

    /// A belief.
    record Known(SourceStep step) implements StepState {}
}
