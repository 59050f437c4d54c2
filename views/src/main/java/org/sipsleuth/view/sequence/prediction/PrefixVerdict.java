package org.sipsleuth.view.sequence.prediction;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.sipsleuth.finding.Mark;
import org.sipsleuth.sequence.unknown.NoveltyDetection;
import org.sipsleuth.sequence.unknown.NoveltyText;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.view.sequence.prediction.course.Moment;

/// Whether a dialog is known as far as it has come: the verdict per hop of its messages up to one.
/// After the last one it is the verdict of the dialog.
///
/// @param mark the verdict
/// @param since the place, from 1, of the message with which the dialog became unknown; 0 for a
///     known one
/// @param step the most unusual step of the whole dialog; empty where that is not known
/// @param isSoFar whether more messages follow
record PrefixVerdict(Mark mark, int since, String step, boolean isSoFar) {

    /// The verdict at a moment.
    ///
    /// @param message of the index, up to which the moment counts
    /// @param from the message with which the dialog becomes unknown
    ///     ([SequenceDetection#unknownFrom])
    static PrefixVerdict of(SequenceDetection detection, Moment moment, int message, OptionalInt from) {
        int dialog = moment.course().messages().dialog();
        boolean isSoFar = moment.following().isPresent();
        if (detection.novelty().isEmpty()) {
            return new PrefixVerdict(moment.byReference(), moment.leftAt().orElse(moment.place()), "", isSoFar);
        }
        return from.isEmpty() || from.getAsInt() > message ? new PrefixVerdict(Mark.KNOWN, 0, "", isSoFar)
                : new PrefixVerdict(Mark.UNKNOWN, moment.course().messages().upTo(from.getAsInt()),
                        step(detection, dialog), isSoFar);
    }

    private static String step(SequenceDetection detection, int dialog) {
        return detection.novelty()
                .map(NoveltyDetection::groups)
                .stream()
                .flatMap(List::stream)
                .map(NoveltyDetection.Group::dialogs)
                .filter(group -> Arrays.binarySearch(group.dialogs(), dialog) >= 0)
                .findFirst()
                .map(group -> NoveltyText.subject(group).text())
                .orElse("");
    }
}
