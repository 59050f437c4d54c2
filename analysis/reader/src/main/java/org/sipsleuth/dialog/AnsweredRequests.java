package org.sipsleuth.dialog;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;

/// Finds the request that a response answers which lacks a readable CSeq, or whose branch is that of
/// no request.
///
/// Without CSeq it is one of its dialog with the same branch in the topmost Via (RFC 3261 §17.1.3),
/// whose To tag, if it has one, the response has too (§8.2.6.2). A CANCEL has the branch of its
/// INVITE (§9.1): provisional responses and 487 are the INVITE's, others of the transaction that has
/// no final response yet. Without a known branch it is one of its dialog with the same number and
/// method in CSeq that went the opposite way.
final class AnsweredRequests {

    /// Dialogs beyond that many are forgotten, the one asked for longest ago first; their messages
    /// are read again if they are asked for again.
    private static final int MOST_DIALOGS = 4_096;

    /// Of a dialog, so many different requests are known, the latest ones.
    private static final int MOST_REQUESTS = 32;

    /// A dialog with more messages than that is not read again: only later requests are known.
    private static final int MOST_MESSAGES = 1_024;

    private static final int FIRST_FINAL = 200;
    private static final int REQUEST_TERMINATED = 487;

    private final MessageColumns messages;
    private final DialogColumns dialogs;
    private final Transactions transactions;

    private final SequencedMap<Integer, Requests> known = new LinkedHashMap<>(16, 0.75f, true);

    AnsweredRequests(MessageColumns messages, DialogColumns dialogs, Transactions transactions) {
        this.messages = messages;
        this.dialogs = dialogs;
        this.transactions = transactions;
    }

    /// The number of the request that a response answers, or -1.
    ///
    /// @param cseqMethod the method of its CSeq, or -1
    int find(int dialog, int cseqMethod, byte[] buffer, SipLayout layout) {
        if (!layout.has(Part.BRANCH) || dialogs.get(dialog, DialogColumns.FIRST_MESSAGE) < 0) {
            return DialogColumns.NONE;
        }
        Requests requests = requests(dialog);
        boolean isOfInvite = layout.statusCode() < FIRST_FINAL || layout.statusCode() == REQUEST_TERMINATED;
        int best = DialogColumns.NONE;
        int bestRank = -1;
        for (int i = requests.count - 1; i >= 0; i--) {
            int request = requests.messages[i];
            if (isOf(request, dialog, cseqMethod, buffer, layout)) {
                boolean isInvite = typeOf(request) == MessageTypes.INVITE;
                boolean isOpen = !transactions.hadFinal(messages.transaction.get(request));
                int rank = (isInvite && isOfInvite ? 2 : 0) + (isOpen ? 1 : 0);
                best = rank > bestRank ? request : best;
                bestRank = Math.max(rank, bestRank);
            }
        }
        return best;
    }

    /// The number of the latest request that a response answers by number and method, or -1; one
    /// without final response comes first.
    ///
    /// @param response whose endpoints are known
    int find(int dialog, int cseq, int method, int response) {
        if (dialogs.get(dialog, DialogColumns.FIRST_MESSAGE) < 0) {
            return DialogColumns.NONE;
        }
        Requests requests = requests(dialog);
        int latest = DialogColumns.NONE;
        for (int i = requests.count - 1; i >= 0; i--) {
            int request = requests.messages[i];
            boolean isIts = messages.cseq.get(request) == cseq && typeOf(request) == method
                    && messages.source.get(request) == messages.destination.get(response)
                    && messages.destination.get(request) == messages.source.get(response);
            if (isIts && !transactions.hadFinal(messages.transaction.get(request))) {
                return request;
            }
            latest = isIts && latest == DialogColumns.NONE ? request : latest;
        }
        return latest;
    }

    private Requests requests(int dialog) {
        Requests requests = known.computeIfAbsent(dialog,
                _ -> new Requests(dialogs.get(dialog, DialogColumns.MESSAGES) > MOST_MESSAGES
                        ? dialogs.get(dialog, DialogColumns.LAST_MESSAGE)
                        : DialogColumns.NONE));
        if (known.size() > MOST_DIALOGS) {
            known.pollFirstEntry();
        }
        readOn(requests, dialog);
        return requests;
    }

    private boolean isOf(int request, int dialog, int cseqMethod, byte[] buffer, SipLayout layout) {
        int cseq = messages.cseq.get(request);
        int type = typeOf(request);
        boolean hasToTag = (messages.typeAndFlags.get(request) & MessageColumns.TO_TAG) != 0;
        return (cseqMethod < 0 || cseqMethod == type) && (layout.cseqNumber() < 0 || layout.cseqNumber() == cseq)
                && (!hasToTag || layout.has(Part.TO_TAG)) && transactions.find(dialog, cseq, type, buffer, layout) >= 0;
    }

    /// Reads the messages that have come since.
    private void readOn(Requests requests, int dialog) {
        int next = requests.last < 0 ? dialogs.get(dialog, DialogColumns.FIRST_MESSAGE)
                : messages.nextInDialog.get(requests.last);
        while (next >= 0) {
            int type = typeOf(next);
            if (MessageTypes.isMethod(type) && type != MessageTypes.ACK) {
                requests.add(next, messages);
            }
            requests.last = next;
            next = messages.nextInDialog.get(next);
        }
    }

    private int typeOf(int message) {
        return messages.typeAndFlags.get(message) & MessageColumns.TYPE_MASK;
    }

    /// The latest different requests of one dialog.
    private static final class Requests {
        private int last;
        private int[] messages = new int[2];
        private int count;

        Requests(int last) {
            this.last = last;
        }

        void add(int request, MessageColumns columns) {
            for (int i = 0; i < count; i++) {
                if (columns.transaction.get(messages[i]) == columns.transaction.get(request)) {
                    return;
                }
            }
            if (count == MOST_REQUESTS) {
                System.arraycopy(messages, 1, messages, 0, --count);
            } else if (count == messages.length) {
                messages = Arrays.copyOf(messages, 2 * count);
            }
            messages[count++] = request;
        }
    }
}
