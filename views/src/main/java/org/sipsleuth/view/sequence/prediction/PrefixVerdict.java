package org.sipsleuth.view.sequence.prediction;

import org.sipsleuth.finding.Mark;
import org.sipsleuth.view.sequence.prediction.course.Moment;

/// Whether a dialog is known as far as it has come, to a model that knows whole dialogs only. After
/// the last message it is the verdict of the dialog.
///
/// @param mark the verdict
/// @param since the place, from 1, of the message with which the dialog became unknown
/// @param isSoFar whether more messages follow
record PrefixVerdict(Mark mark, int since, boolean isSoFar) {

    /// The verdict at a moment.
    static PrefixVerdict of(Moment moment) {
        return new PrefixVerdict(moment.byReference(), moment.leftAt().orElse(moment.place()),
                moment.following().isPresent());
    }
}
