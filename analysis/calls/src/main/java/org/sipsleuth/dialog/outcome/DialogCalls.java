package org.sipsleuth.dialog.outcome;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.attempt.Attempt;
import org.sipsleuth.dialog.attempt.DialogWalk;
import org.sipsleuth.dialog.sight.Sight;

/// Reads the calls of dialogs, one dialog after the other. For one thread.
public final class DialogCalls {

    private final SipIndex index;
    private final MessageTable messages;
    private final DialogWalk walk;
    private final OutcomeReader outcomes;

    public DialogCalls(Sight sight) {
        index = sight.index();
        messages = index.messages();
        walk = new DialogWalk(index);
        outcomes = new OutcomeReader(sight);
    }

    /// A call of a dialog: an INVITE that begins one.
    ///
    /// @param atNanos when its first INVITE was captured, in ns since the epoch
    /// @param talkNanos from its answer to the BYE, or to the end of the coverage without one, in ns; 0
    ///     where it was not answered, [Attempt#NO_TIME] where that is not known
    public record Call(Attempt attempt, long atNanos, DialogOutcome outcome, long talkNanos) {}

    /// The calls of a dialog in their order, but for those that count with [another][SiblingLegs]; a
    /// message alone, whose Call-ID was cut, is no call. Cost: its messages.
    public List<Call> of(int dialog) {
        walk.read(dialog);
        if (outcomes.isApart(dialog)) {
            return List.of();
        }
        long endNanos = index.dialogs().clockEndNanos(dialog);
        List<Call> calls = new ArrayList<>();
        for (Attempt attempt : walk.calls()) {
            DialogOutcome outcome = outcomes.ofCall(attempt, endNanos);
            if (attempt.exchange().hasRequest() && !isOfAnother(dialog, outcome)) {
                calls.add(new Call(attempt, messages.capturedAtNanos(attempt.request()), outcome,
                        outcome.outcome().isAnswered() ? attempt.talkNanos(messages, endNanos) : 0));
            }
        }
        return calls;
    }

    private boolean isOfAnother(int dialog, DialogOutcome outcome) {
        SiblingLegs siblings = SiblingLegs.of(index);
        return siblings.origin(dialog) != dialog
                && (walk.calls().size() == 1 || siblings.end(outcome.evidence()).isPresent());
    }

    /// What the messages of the dialog read last were.
    public DialogWalk walk() {
        return walk;
    }
}
