package org.sipsleuth.dialog.field;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.attempt.Attempt;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.sip.HeaderName;

/// Says in words why dialogs ended.
final class Causes {

    private static final int NONE = -1;

    /// Of a dialog with more messages only the last ones are looked at for a reason.
    private static final int MOST_MESSAGES = 200;

    private final SipIndex index;
    private final MessageTable messages;
    private final MessageTexts texts;

    Causes(SipIndex index, MessageTexts texts) {
        this.index = index;
        messages = index.messages();
        this.texts = texts;
    }

    /// Why it ended: by Reason of a BYE, a CANCEL or a final response, the last one first; else by
    /// Warning of the response that decided; else by that response; else by who sent the BYE.
    ///
    /// @param calls the sessions that were tried in it
    String of(int dialog, List<Attempt> calls) {
        int[] all = index.messagesOf(dialog);
        Optional<String> reason = reason(all);
        if (reason.isPresent()) {
            return reason.get();
        }
        int status = index.dialogs().finalStatus(dialog);
        if (status >= 300) {
            return refusal(all, status);
        }
        return switch (index.dialogs().state(dialog)) {
            case COMPLETED -> hungUp(calls);
            case CANCELLED -> "cancelled by the caller";
            case UNANSWERED -> "no response for 32 s";
            default -> "";
        };
    }

    private Optional<String> reason(int[] all) {
        int oldest = Math.max(0, all.length - MOST_MESSAGES);
        for (int i = all.length - 1; i >= oldest; i--) {
            int type = messages.type(all[i]);
            boolean isEnd =
                    type == MessageTypes.BYE
                            || type == MessageTypes.CANCEL
                            || (type >= 300 && !MessageTypes.isMethod(type));
            if (isEnd) {
                Optional<ReasonValue> reason = texts.reason(all[i]);
                if (reason.isPresent()) {
                    return reason.map(ReasonValue::words);
                }
            }
        }
        return Optional.empty();
    }

    private String refusal(int[] all, int status) {
        int decisive = NONE;
        for (int i = all.length - 1; i >= 0 && decisive == NONE; i--) {
            if (messages.type(all[i]) == status) {
                decisive = all[i];
            }
        }
        if (decisive == NONE) {
            return StatusPhrases.words(status, "");
        }
        String warning = texts.header(decisive, HeaderName.WARNING.text());
        return warning.isEmpty()
                ? StatusPhrases.words(status, texts.reasonPhrase(decisive))
                : "Warning " + warning;
    }

    private String hungUp(List<Attempt> calls) {
        if (calls.isEmpty() || !calls.getLast().release().isBegun()) {
            return "ended by BYE";
        }
        Attempt call = calls.getLast();
        boolean isCaller = messages.source(call.release().bye()) == messages.source(call.request());
        return isCaller ? "ended by the caller" : "ended by the callee";
    }
}
