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
    private final Set<Answer> answered = new HashSet<>();
    private final Set<Answer> acknowledged = new HashSet<>();

    private record Answer(int dialog, long cseq, boolean isInvite) {}

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
                answered.add(new Answer(dialog, messages.cseq(message), messages.isOfInvite(message)));
            } else if (messages.type(message) == MessageTypes.ACK) {
                acknowledged.add(new Answer(dialog, messages.cseq(message), true));
            }
        }
    }

    /// The dialog with a Call-ID, or -1.
    int find(String callId) {
        return callId.isEmpty() ? -1 : dialogs.getOrDefault(callId, -1);
    }

    /// Whether something shows that a message arrived: a response to a request, an ACK to a
    /// response.
    boolean hasArrived(QuotedMessage message) {
        int dialog = find(message.callId());
        boolean isInvite = message.method().equals("INVITE");
        Answer answer = new Answer(dialog, message.cseq(), isInvite);
        return dialog >= 0 && (message.isRequest() ? answered.contains(answer) : acknowledged.contains(answer));
    }
}
