package org.sipsleuth.media.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.dialog.note.DialogNotes;
import org.sipsleuth.dialog.note.Hint;
import org.sipsleuth.dialog.note.HintRule;
import org.sipsleuth.run.RunMonitor;

/// The faults that a note at a message knows ([DialogNotes]): an offer without answer, an answer
/// of the wrong direction. Notes cost all messages of a dialog, so it is asked first, by columns,
/// whether there can be one.
final class NoteFaults {

    private static final Map<HintRule, MediaFaultKind> KINDS = Map.of(HintRule.MISSING_SDP_ANSWER,
            MediaFaultKind.NO_SDP_ANSWER, HintRule.DIRECTION_ANSWER, MediaFaultKind.HOLD_ANSWER);

    /// Longer dialogs are not read for a note.
    private static final int MOST_NOTED = 500;

    private final SipIndex index;
    private final MessageTable messages;

    NoteFaults(SipIndex index) {
        this.index = index;
        messages = index.messages();
    }

    /// Whether there may be one, by columns.
    boolean mayKnow(int dialog, List<Negotiation> settled) {
        boolean isShort = index.dialogs().messageCount(dialog) <= MOST_NOTED;
        return isShort && (mayMissAnswer(dialog) || settled.stream().anyMatch(NoteFaults::hasDirection));
    }

    /// Those of a dialog. Cost: all its messages.
    List<MediaFault> of(int dialog) {
        List<MediaFault> faults = new ArrayList<>();
        for (Hint note : DialogNotes.of(index, List.of(dialog), RunMonitor.NONE)) {
            MediaFaultKind kind = KINDS.get(note.rule());
            if (kind != null) {
                faults.add(
                        new MediaFault(kind, dialog, List.of(note.message()), List.of(), note.description(), Map.of()));
            }
        }
        return faults;
    }

    private static boolean hasDirection(Negotiation each) {
        return each.offered().stream().anyMatch(media -> !media.direction().equals("sendrecv"));
    }

    /// Whether an INVITE that was accepted has a body on one side only.
    private boolean mayMissAnswer(int dialog) {
        Set<Integer> asked = new HashSet<>();
        Set<Integer> silent = new HashSet<>();
        Set<Integer> answered = new HashSet<>();
        Map<Integer, Long> accepted = new HashMap<>();
        Set<Long> acknowledged = new HashSet<>();
        for (int message : index.messagesOf(dialog)) {
            int type = messages.type(message);
            int transaction = messages.transaction(message);
            boolean hasBody = messages.hasBody(message);
            if (type == MessageTypes.INVITE) {
                (hasBody ? asked : silent).add(transaction);
            } else if (type == MessageTypes.ACK && hasBody) {
                acknowledged.add(messages.cseq(message));
            } else if (!MessageTypes.isMethod(type) && messages.isOfInvite(message)) {
                if (hasBody) {
                    answered.add(transaction);
                }
                if (type / 100 == 2) {
                    accepted.putIfAbsent(transaction, messages.cseq(message));
                }
            }
        }
        return accepted.entrySet()
                .stream()
                .anyMatch(each -> asked.contains(each.getKey()) ? !answered.contains(each.getKey())
                        : silent.contains(each.getKey()) && answered.contains(each.getKey())
                                && !acknowledged.contains(each.getValue()));
    }
}
