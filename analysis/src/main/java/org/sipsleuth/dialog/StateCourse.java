package org.sipsleuth.dialog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;

/// Tells the state of a dialog after each of its messages, by the same state machine that tells
/// its state at the end.
public final class StateCourse {

    private StateCourse() {}

    /// The state after each of these messages, which are the first of one dialog, in order.
    ///
    /// @param messages as [SipIndex#messagesOf] gives them
    public static List<DialogState> of(SipIndex index, int[] messages) {
        MessageTable table = index.messages();
        Map<Integer, Integer> methods = new HashMap<>();
        Set<Integer> ended = new HashSet<>();
        List<DialogState> states = new ArrayList<>(messages.length);
        int progress = CallProgress.START;
        for (int message : messages) {
            int type = table.type(message);
            int transaction = table.transaction(message);
            if (table.isRequest(message)) {
                methods.putIfAbsent(transaction, type);
            }
            if (!table.isRetransmission(message)) {
                progress =
                        table.isRequest(message)
                                ? CallProgress.afterRequest(progress, type)
                                : CallProgress.afterResponse(
                                        progress,
                                        methods.computeIfAbsent(
                                                transaction, _ -> method(index, message)),
                                        type,
                                        ended.contains(transaction));
                if (!table.isRequest(message) && type >= 200) {
                    ended.add(transaction);
                }
            }
            states.add(CallProgress.state(progress));
        }
        return states;
    }

    /// The method that a response answers, of a transaction whose request was not captured.
    private static int method(SipIndex index, int message) {
        SipLayout layout = new SipLayout();
        byte[] buffer = index.layout(message, layout);
        return layout.has(Part.CSEQ_METHOD)
                ? new MessageTypes()
                        .ofMethod(
                                buffer, layout.from(Part.CSEQ_METHOD), layout.to(Part.CSEQ_METHOD))
                : DialogColumns.NONE;
    }
}
