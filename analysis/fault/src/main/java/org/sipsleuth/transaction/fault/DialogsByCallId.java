package org.sipsleuth.transaction.fault;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.MessageTypes;

/// The dialogs with some Call-IDs, and which of their requests were answered and acknowledged. Cost:
/// one pass over all dialogs, and one over the messages of those.
final class DialogsByCallId {

    private final Map<String, Integer> dialogs = new HashMap<>();

    /// The CSeq numbers of answered INVITEs, of other answered requests, and of ACKs, by dialog.
    private final Map<Integer, Set<Long>> answeredInvites = new HashMap<>();
    private final Map<Integer, Set<Long>> answered = new HashMap<>();
    private final Map<Integer, Set<Long>> acknowledged = new HashMap<>();

    /// @param callIds those that are asked for
    DialogsByCallId(SipIndex index, Set<String> callIds) {
        if (callIds.isEmpty()) {
            return;
        }
        for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
            String callId = index.dialogs().callId(dialog);
            if (callIds.contains(callId)) {
                dialogs.put(callId, dialog);
                read(index, dialog);
            }
        }
    }

    private void read(SipIndex index, int dialog) {
        MessageTable messages = index.messages();
        for (int message : index.messagesOf(dialog)) {
            if (!messages.isRequest(message)) {
                add(messages.isOfInvite(message) ? answeredInvites : answered, dialog, messages.cseq(message));
            } else if (messages.type(message) == MessageTypes.ACK) {
                add(acknowledged, dialog, messages.cseq(message));
            }
        }
    }

    private static void add(Map<Integer, Set<Long>> numbers, int dialog, long cseq) {
        numbers.computeIfAbsent(dialog, _ -> new HashSet<>()).add(cseq);
    }

    /// The dialog with a Call-ID, or -1.
    int find(String callId) {
        return callId.isEmpty() ? -1 : dialogs.getOrDefault(callId, -1);
    }

    /// Whether something shows that a message arrived: a response to a request, an ACK to a
    /// response.
    boolean hasArrived(QuotedMessage message) {
        Map<Integer, Set<Long>> numbers =
                message.isRequest() ? message.method().equals("INVITE") ? answeredInvites : answered : acknowledged;
        return numbers.getOrDefault(find(message.callId()), Set.of()).contains(message.cseq());
    }
}
