package org.sipsleuth.dialog.hint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.dialog.note.QuotedValues;
import org.sipsleuth.sip.HeaderName;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.reason.ReasonValue;

/// Finds the faults that the Reason of BYE and CANCEL states (RFC 3326).
final class ReasonHints {

    /// A call has one BYE, or one of each party and branch, and one CANCEL of each branch; of more
    /// the first ones are read.
    private static final int MOST_READ = 100;

    /// With these the other branches of a call are withdrawn, or one that nobody answered: timeout,
    /// unavailable, busy, terminated, declined.
    private static final Set<Integer> USUAL_OF_CANCEL = Set.of(408, 480, 486, 487, 600, 603);

    /// One of each protocol; more are left out.
    private static final int MOST_QUOTED = 3;

    private static final String SIP = "SIP";

    private final SipIndex index;
    private final MessageTable messages;
    private final SipLayout layout = new SipLayout();

    ReasonHints(SipIndex index) {
        this.index = index;
        messages = index.messages();
    }

    /// The first fault of a BYE and that of a CANCEL.
    List<FoundHint> of(int dialog) {
        List<FoundHint> hints = new ArrayList<>();
        first(dialog, MessageTypes.BYE, DialogHint.FAULT_IN_BYE,
                "The Reason of BYE states %s: its sender reports a fault, not that somebody hung up.%s")
                .ifPresent(hints::add);
        first(dialog, MessageTypes.CANCEL, DialogHint.FAULT_IN_CANCEL,
                "The Reason of CANCEL states %s: its sender reports a fault, not that the caller gave up.%s")
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
            List<ReasonValue> all = hasReason(message) ? index.message(message).reasons() : List.of();
            if (all.stream().anyMatch(reason -> isFault(reason, type))) {
                List<ReasonValue> quoted = all.stream().limit(MOST_QUOTED).toList();
                return Optional.of(new FoundHint(hint,
                        words.formatted(quoted.stream()
                                .map(ReasonValue::registered)
                                .map(QuotedValues::shown)
                                .collect(Collectors.joining(" and ")), added(quoted)),
                        List.of(message)));
            }
        }
        return Optional.empty();
    }

    /// Most messages have none: those are not read whole.
    private boolean hasReason(int message) {
        index.layout(message, layout);
        return layout.hasField(HeaderName.REASON);
    }

    private static boolean isFault(ReasonValue reason, int type) {
        return reason.isFault() && (type == MessageTypes.BYE || !isUsualOfCancel(reason));
    }

    private static boolean isUsualOfCancel(ReasonValue reason) {
        return reason.protocol().equalsIgnoreCase(SIP) && USUAL_OF_CANCEL.contains(reason.cause());
    }

    /// What the sender adds in its own words.
    private static String added(List<ReasonValue> reasons) {
        String texts = reasons.stream()
                .map(ReasonValue::text)
                .filter(text -> !text.isBlank())
                .distinct()
                .map(text -> "“%s”".formatted(QuotedValues.shown(text)))
                .collect(Collectors.joining(" and "));
        return texts.isEmpty() ? "" : " It adds %s.".formatted(texts);
    }
}
