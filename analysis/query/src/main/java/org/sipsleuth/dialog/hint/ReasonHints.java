package org.sipsleuth.dialog.hint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.dialog.note.QuotedValues;
import org.sipsleuth.sip.reason.ReasonValue;

/// Finds the faults that the Reason of BYE and CANCEL states (RFC 3326).
final class ReasonHints {

    /// A call has one BYE, or one of each party and branch, and one CANCEL of each branch; of more
    /// the first ones are read.
    private static final int MOST_READ = 100;

    /// With these the other branches of a call are withdrawn, or one that nobody answered: timeout,
    /// unavailable, busy, terminated, declined.
    private static final Set<Integer> USUAL_OF_CANCEL = Set.of(408, 480, 486, 487, 600, 603);

    private static final String SIP = "SIP";

    private final SipIndex index;
    private final MessageTable messages;

    ReasonHints(SipIndex index) {
        this.index = index;
        messages = index.messages();
    }

    /// The first fault of a BYE and that of a CANCEL.
    List<FoundHint> of(int dialog) {
        List<FoundHint> hints = new ArrayList<>();
        first(dialog, MessageTypes.BYE, DialogHint.FAULT_IN_BYE,
                "The Reason of BYE is %s: its sender reports a fault, not that somebody hung up.%s")
                .ifPresent(hints::add);
        first(dialog, MessageTypes.CANCEL, DialogHint.FAULT_IN_CANCEL,
                "The Reason of CANCEL is %s: its sender reports a fault, not that the caller gave up.%s")
                .ifPresent(hints::add);
        return hints;
    }

    private Optional<FoundHint> first(int dialog, int type, DialogHint hint, String words) {
        int read = 0;
        for (int message : index.messagesOf(dialog)) {
            if (messages.type(message) != type || messages.isRetransmission(message)) {
                continue;
            }
            if (++read > MOST_READ) {
                break;
            }
            Optional<ReasonValue> fault = index.message(message)
                    .reasons()
                    .stream()
                    .filter(ReasonValue::isFault)
                    .filter(reason -> type == MessageTypes.BYE || !isUsualOfCancel(reason))
                    .findFirst();
            if (fault.isPresent()) {
                return Optional.of(new FoundHint(hint, words.formatted(fault.get().registered(), added(fault.get())),
                        List.of(message)));
            }
        }
        return Optional.empty();
    }

    private static boolean isUsualOfCancel(ReasonValue reason) {
        return reason.protocol().equalsIgnoreCase(SIP) && USUAL_OF_CANCEL.contains(reason.cause());
    }

    /// What the sender adds in its own words.
    private static String added(ReasonValue reason) {
        return reason.text().isBlank() ? "" : " It adds “%s”.".formatted(QuotedValues.shown(reason.text()));
    }
}
