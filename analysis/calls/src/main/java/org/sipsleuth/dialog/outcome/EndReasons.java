package org.sipsleuth.dialog.outcome;

import java.util.Optional;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.sip.HeaderName;
import org.sipsleuth.sip.reason.ReasonValue;
import org.sipsleuth.sip.reason.StatusPhrases;

/// Finds the reason for the end of a dialog in the messages themselves.
public final class EndReasons {

    private static final int NONE = -1;

    /// Of a dialog with more messages only the last ones are looked at for a reason.
    private static final int MOST_MESSAGES = 200;

    private static final long NANOS_IN_MILLI = 1_000_000;

    private final SipIndex index;
    private final MessageTable messages;
    private final MessageTexts texts;

    public EndReasons(SipIndex index, MessageTexts texts) {
        this.index = index;
        messages = index.messages();
        this.texts = texts;
    }

    /// The stated reason: Reason of a BYE, a CANCEL or a final response, the last one first; else
    /// where the call went on; else Warning of the response that decided; else that response; or empty.
    public String of(int dialog, DialogOutcome outcome) {
        int[] all = index.messagesOf(dialog);
        Optional<String> reason = reason(all);
        if (reason.isPresent()) {
            return reason.get();
        }
        Optional<SiblingLegs.End> end = SiblingLegs.of(index).end(outcome.evidence());
        if (end.isPresent()) {
            return elsewhere(outcome, end.get());
        }
        return outcome.status() >= 300 ? refusal(all, outcome.status()) : "";
    }

    /// `answered in frame 13 with Call-ID a@b`, `followed after 30 ms in frame 7 with Call-ID c@d`.
    private String elsewhere(DialogOutcome outcome, SiblingLegs.End end) {
        int shown = end.message();
        String what = end.cause() == Cause.FOLLOWED ? followed(outcome.evidence(), shown)
                : end.cause() == Cause.ANSWERED_ELSEWHERE ? "answered in"
                : "its call went on in";
        return "%s %s with Call-ID %s".formatted(what, index.citation(shown),
                index.dialogs().callId(messages.dialog(shown)));
    }

    private String followed(int response, int invite) {
        long millis = (messages.capturedAtNanos(invite) - messages.capturedAtNanos(response)) / NANOS_IN_MILLI;
        return millis < 0 ? "followed in" : "followed after %,d ms in".formatted(millis);
    }

    private Optional<String> reason(int[] all) {
        int oldest = Math.max(0, all.length - MOST_MESSAGES);
        for (int i = all.length - 1; i >= oldest; i--) {
            int type = messages.type(all[i]);
            boolean isEnd = type == MessageTypes.BYE || type == MessageTypes.CANCEL
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
        return warning.isEmpty() ? StatusPhrases.words(status, texts.reasonPhrase(decisive)) : "Warning " + warning;
    }
}
