package org.sipsleuth.dialog.outcome;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.attempt.DialogWalk;

/// The outcome of a dialog as it was after each of its messages, by the same rules as at the end.
public final class OutcomeCourse {

    private OutcomeCourse() {}

    /// The outcome after each message of a dialog, in order; after the last one, at the end of its
    /// coverage.
    public static List<Outcome> of(SipIndex index, int dialog) {
        if (index.dialogs().isApart(dialog)) {
            return List.of(Outcome.PARTIAL);
        }
        MessageTable table = index.messages();
        OutcomeReader reader = new OutcomeReader(index);
        DialogWalk walk = new DialogWalk(index);
        walk.begin();
        int[] messages = index.messagesOf(dialog);
        List<Outcome> outcomes = new ArrayList<>(messages.length);
        for (int i = 0; i < messages.length; i++) {
            walk.add(messages[i]);
            boolean isLast = i == messages.length - 1;
            long now = isLast ? index.dialogs().clockEndNanos(dialog) : table.capturedAtNanos(messages[i]);
            outcomes.add(reader.of(walk, now).outcome());
        }
        return outcomes;
    }
}
