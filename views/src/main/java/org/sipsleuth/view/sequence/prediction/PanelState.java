package org.sipsleuth.view.sequence.prediction;

import org.sipsleuth.view.sequence.prediction.course.Moment;

/// What the panel is about.
sealed interface PanelState {

    /// There is nothing to show, for a reason.
    enum Nothing implements PanelState {
        /// No model is in use.
        NO_MODEL,
        /// No dialog is chosen.
        NO_DIALOG,
        /// All messages of the dialog up to the current one are retransmissions.
        NO_MESSAGE,
        /// The steps are being worked out.
        WORKING,
        /// They could not be worked out.
        FAILED
    }

    /// What the model says.
    record Shown(Moment moment) implements PanelState {}
}
