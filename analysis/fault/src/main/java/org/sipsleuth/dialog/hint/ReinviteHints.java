package org.sipsleuth.dialog.hint;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.dialog.note.DialogNotes;
import org.sipsleuth.dialog.note.Hint;
import org.sipsleuth.dialog.note.HintRule;
import org.sipsleuth.run.RunMonitor;

/// Finds re-INVITEs that failed because their CSeq went back, also in calls that ended well: a hold,
/// a transfer or a refresh of the session did not come about.
final class ReinviteHints {

    /// The messages of longer dialogs are not read for a hint.
    private static final int MOST_NOTED = 500;

    private static final int SUCCESS = 200;
    private static final int FIRST_REDIRECTION = 300;

    /// What a server answers that takes a request for one of the past, or of another dialog.
    private static final int OUT_OF_ORDER = 500;

    private static final int DIALOG_UNKNOWN = 481;

    private final SipIndex index;
    private final MessageTable messages;

    ReinviteHints(SipIndex index) {
        this.index = index;
        messages = index.messages();
    }

    /// The first one of a dialog that was refused with 500 or 481, or got no response for 32 s; empty
    /// where its sender repeated it with a higher number and was accepted.
    Optional<FoundHint> of(int dialog) {
        if (index.dialogs().messageCount(dialog) > MOST_NOTED || !mayGoBack(dialog)) {
            return Optional.empty();
        }
        return DialogNotes.of(index, List.of(dialog), RunMonitor.NONE)
                .stream()
                .filter(note -> note.rule() == HintRule.CSEQ_BACK
                        && messages.type(note.message()) == MessageTypes.INVITE)
                .filter(note -> !isRepaired(dialog, note.message()))
                .flatMap(note -> found(dialog, note).stream())
                .findFirst();
    }

    /// Whether an INVITE within the dialog has a lower CSeq than a request before it, of either side.
    private boolean mayGoBack(int dialog) {
        long highest = -1;
        for (int message : index.messagesOf(dialog)) {
            if (messages.isRequest(message)) {
                if (messages.type(message) == MessageTypes.INVITE && messages.hasToTag(message)
                        && messages.cseq(message) < highest) {
                    return true;
                }
                highest = Math.max(highest, messages.cseq(message));
            }
        }
        return false;
    }

    private Optional<FoundHint> found(int dialog, Hint note) {
        int invite = note.message();
        int[] responses = responses(dialog, invite).toArray();
        Optional<Integer> refusal = IntStream.of(responses)
                .filter(each -> messages.type(each) == OUT_OF_ORDER || messages.type(each) == DIALOG_UNKNOWN)
                .boxed()
                .findFirst();
        boolean isSilent = responses.length == 0
                && index.dialogs().clockEndNanos(dialog) - messages.capturedAtNanos(invite) > DialogTable.TIMER_B_NANOS;
        if (refusal.isPresent()) {
            return Optional.of(new FoundHint(DialogHint.CSEQ_BACK,
                    "A re-INVITE was refused with %d. %s".formatted(messages.type(refusal.get()), note.description()),
                    List.of(invite, refusal.get())));
        }
        return isSilent ? Optional.of(new FoundHint(DialogHint.CSEQ_BACK,
                "A re-INVITE got no response. " + note.description(), List.of(invite))) : Optional.empty();
    }

    private IntStream responses(int dialog, int request) {
        return IntStream.of(index.messagesOf(dialog))
                .filter(each -> !messages.isRequest(each)
                        && messages.transaction(each) == messages.transaction(request));
    }

    private boolean isRepaired(int dialog, int invite) {
        return IntStream.of(index.messagesOf(dialog))
                .filter(each -> each > invite && messages.type(each) == MessageTypes.INVITE
                        && messages.source(each) == messages.source(invite)
                        && messages.cseq(each) > messages.cseq(invite))
                .flatMap(each -> responses(dialog, each))
                .map(messages::type)
                .anyMatch(status -> status >= SUCCESS && status < FIRST_REDIRECTION);
    }
}
