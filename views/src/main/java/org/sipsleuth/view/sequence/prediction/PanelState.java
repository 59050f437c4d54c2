package org.sipsleuth.view.sequence.prediction;

import java.util.Optional;
import org.sipsleuth.view.sequence.prediction.course.Moment;
import org.sipsleuth.view.sequence.prediction.hop.HopMoment;

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
    ///
    /// @param verdict of a model that knows whole dialogs only; empty where the dialog is not judged,
    ///     or the model does not fit the capture
    /// @param hop the message on its hop; empty where the model does not know hops, or the capture
    ///     is not scored yet
    record Shown(Moment moment, Optional<PrefixVerdict> verdict, Optional<HopMoment> hop) implements PanelState {}
}
