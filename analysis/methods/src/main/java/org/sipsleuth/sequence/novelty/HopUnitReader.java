package org.sipsleuth.sequence.novelty;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.column.Fingerprint;
import org.sipsleuth.dialog.column.FingerprintMap;
import org.sipsleuth.dialog.column.FingerprintSet;
import org.sipsleuth.dialog.column.IntColumn;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// Reads the units of a capture, message by message, by what the table knows of them; no text is
/// read.
final class HopUnitReader {

    private static final String STAGE = "Reading transactions per hop";
    private static final int MESSAGES_A_STEP = 1 << 16;
    private static final int NONE = -1;

    /// The method of a request that was not captured and is neither INVITE nor CANCEL.
    static final int OTHER_METHOD = 1;

    private final TransactionTable table;
    private final MessageTable messages;
    private final RunMonitor monitor;
    private final CutFinder cuts;
    private final WordTrie trie = new WordTrie();
    private final Fingerprint fingerprint = new Fingerprint();

    /// The unit of each transaction; -1 for a CANCEL that belongs to an INVITE.
    private final int[] unitOfRow;

    private final IntColumn firstMessages = new IntColumn();
    private final IntColumn nodes = new IntColumn();

    /// The transaction of each unit, -1 for strays.
    private final IntColumn rows = new IntColumn();

    /// INVITEs by dialog, CSeq and hosts.
    private final FingerprintMap invites = new FingerprintMap();

    private final IntColumn inviteRows = new IntColumn();

    /// INVITEs by dialog and CSeq.
    private final FingerprintMap numbers = new FingerprintMap();

    /// INVITEs with a final response on any hop, by dialog and CSeq.
    private final FingerprintSet answered = new FingerprintSet();

    /// The units whose final response was captured on another hop only.
    private final BitSet hiddenFinals = new BitSet();

    /// ACKs by dialog and CSeq.
    private final FingerprintSet acknowledged = new FingerprintSet();

    /// The units that are responses to ACK.
    private final BitSet answersOfAck = new BitSet();

    /// Strays by transaction and hosts.
    private final FingerprintMap strays = new FingerprintMap();

    private final IntColumn strayUnits = new IntColumn();

    HopUnitReader(TransactionTable table, RunMonitor monitor) {
        this.table = table;
        this.messages = table.index().messages();
        this.monitor = monitor;
        this.cuts = new CutFinder(table);
        this.unitOfRow = new int[table.all().size()];
        Arrays.fill(unitOfRow, NONE);
    }

    HopUnits read() {
        long[] acks = invites();
        int nextAck = 0;
        for (int message = 0; message < messages.size(); message++) {
            if (message % MESSAGES_A_STEP == 0) {
                monitor.throwIfCancelled();
                monitor.progress(new Progress(STAGE, message, messages.size()));
            }
            int type = messages.type(message);
            if (type == MessageTypes.ACK) {
                acknowledged.add(number(messages.dialog(message), (int) messages.cseq(message)));
                while (nextAck < acks.length && acks[nextAck] >>> Integer.SIZE == message) {
                    acknowledge((int) acks[nextAck++], type);
                }
                acknowledge(message);
            } else if (MessageTypes.isMethod(type)) {
                request(message, type);
            } else {
                respond(message, type);
            }
        }
        return units();
    }

    /// Finds the INVITEs by what CANCEL and ACK have of them.
    ///
    /// @return their ACKs in the order of the messages, each above the row it acknowledges
    private long[] invites() {
        List<HopTransaction> all = table.all();
        long[] acks = new long[all.size()];
        int size = 0;
        for (int row = 0; row < all.size(); row++) {
            HopTransaction each = all.get(row);
            if (each.method() == MessageTypes.INVITE) {
                numbers.number(number(each.dialog(), (int) each.cseq()));
                if (each.status() != 0) {
                    answered.add(number(each.dialog(), (int) each.cseq()));
                }
                int invite = invites.number(hop(each));
                if (invite == inviteRows.size()) {
                    inviteRows.add(row);
                } else {
                    inviteRows.set(invite, row);
                }
                if (each.ack() != HopTransaction.NONE) {
                    acks[size++] = (long) each.ack() << Integer.SIZE | row;
                }
            }
        }
        long[] inOrder = Arrays.copyOf(acks, size);
        Arrays.sort(inOrder);
        return inOrder;
    }

    private Fingerprint number(int dialog, int cseq) {
        return fingerprint.begin().add(dialog).add(cseq).end();
    }

    private Fingerprint hop(int dialog, int cseq, int source, int destination) {
        return fingerprint.begin().add(dialog).add(cseq).add(source).add(destination).end();
    }

    private Fingerprint hop(HopTransaction its) {
        return hop(its.dialog(), (int) its.cseq(), its.source(), its.destination());
    }

    private void append(int unit, int type) {
        if (unit != NONE) {
            nodes.set(unit, trie.append(nodes.get(unit), type));
        }
    }

    private int add(int message, int row, int request) {
        firstMessages.add(message);
        rows.add(row);
        nodes.add(trie.append(WordTrie.ROOT, request));
        return firstMessages.size() - 1;
    }

    private void request(int message, int method) {
        int row = table.transactionOf(message);
        HopTransaction hop = table.all().get(row);
        if (hop.request() != message) {
            return; // a retransmission
        }
        if (method == MessageTypes.CANCEL) {
            int invite = invites.find(hop(hop));
            if (invite >= 0 && unitOfRow[inviteRows.get(invite)] != NONE) {
                append(unitOfRow[inviteRows.get(invite)], method);
                return;
            }
        }
        RequestNames.Kind kind = hop.isWithinDialog() ? RequestNames.Kind.IN_DIALOG : RequestNames.Kind.OUTSIDE_DIALOG;
        unitOfRow[row] = add(message, row, kind.number(method));
    }

    private void respond(int message, int status) {
        int row = table.transactionOf(message);
        if (row >= 0) {
            append(unitOfRow[row], status);
            return;
        }
        int method = answersAck(message) ? MessageTypes.ACK
                : messages.isOfInvite(message) ? MessageTypes.INVITE
                : messages.isOfCancel(message) ? MessageTypes.CANCEL
                : OTHER_METHOD;
        stray(message, method, status);
    }

    /// Whether a response names an ACK of its dialog as what it answers, which nothing may (RFC
    /// 3261 §17.1.1.3).
    private boolean answersAck(int message) {
        return acknowledged.contains(number(messages.dialog(message), (int) messages.cseq(message)))
                && table.index().message(message).cSeq().filter(each -> each.method().equals("ACK")).isPresent();
    }

    /// An ACK of an INVITE. Where the final response was captured on another hop only, it is missing
    /// on this one, and the ACK says nothing of the order.
    private void acknowledge(int row, int type) {
        HopTransaction invite = table.all().get(row);
        if (unitOfRow[row] == NONE) {
            return; // it came before its INVITE
        }
        if (invite.status() == 0 && answered.contains(number(invite.dialog(), (int) invite.cseq()))) {
            hiddenFinals.set(unitOfRow[row]);
        } else {
            append(unitOfRow[row], type);
        }
    }

    /// An ACK without any INVITE of its CSeq, on whatever hop.
    private void acknowledge(int message) {
        if (numbers.find(number(messages.dialog(message), (int) messages.cseq(message))) < 0) {
            stray(message, MessageTypes.INVITE, MessageTypes.ACK);
        }
    }

    private void stray(int message, int method, int type) {
        int source = table.source(message);
        int destination = table.destination(message);
        boolean isAck = type == MessageTypes.ACK;
        int asking = isAck ? source : destination;
        int asked = isAck ? destination : source;
        int stray = strays.number(hop(messages.transaction(message), (int) messages.cseq(message), asking, asked));
        if (stray == strayUnits.size()) {
            answersOfAck.set(firstMessages.size(), method == MessageTypes.ACK);
            strayUnits.add(add(message, NONE, RequestNames.Kind.NOT_CAPTURED.number(method)));
        }
        append(strayUnits.get(stray), type);
    }

    private HopUnits units() {
        WordPool words = new WordPool(trie, messages);
        HopOrder order = new HopOrder(table);
        int[] first = new int[firstMessages.size()];
        int[] ofWords = new int[first.length];
        int[] ofTransitions = new int[first.length];
        int size = 0;
        for (int unit = 0; unit < first.length; unit++) {
            int message = firstMessages.get(unit);
            int row = rows.get(unit);
            boolean isStray = row == NONE && !answersOfAck.get(unit); // that ACK was captured
            boolean isHidden = isStray ? cuts.hidesRequest(message, isOfInvite(message))
                    : isLoneCancel(row) && cuts.hidesInvite(message);
            if (isHidden) {
                order.hide(message);
                continue;
            }
            boolean isCut = row == NONE || hiddenFinals.get(unit) || hidesEnd(row, nodes.get(unit));
            int word = words.number(nodes.get(unit), isCut);
            first[size] = message;
            ofWords[size] = word;
            ofTransitions[size++] = add(order, message, row, words.step(word));
        }
        int[] ends = order.ends();
        return new HopUnits(table, words.words(), order.transitions(words.steps()), Arrays.copyOf(first, size),
                Arrays.copyOf(ofWords, size), Arrays.copyOf(ofTransitions, size),
                new HopUnits.Ends(ends, order.dialogs()));
    }

    /// Whether it is a CANCEL whose INVITE was captured on no hop: one with an INVITE on its hop is no
    /// unit.
    private boolean isLoneCancel(int row) {
        if (row == NONE) {
            return false;
        }
        HopTransaction its = table.all().get(row);
        return its.method() == MessageTypes.CANCEL && numbers.find(number(its.dialog(), (int) its.cseq())) < 0;
    }

    private int add(HopOrder order, int message, int row, int step) {
        return row == NONE ? order.add(message, step) : order.add(table.all().get(row), row, step);
    }

    private boolean isOfInvite(int message) {
        return messages.isOfInvite(message) || messages.type(message) == MessageTypes.ACK;
    }

    private boolean hidesEnd(int row, int node) {
        return cuts.hidesEnd(table.all().get(row), trie.has(node, MessageTypes.ACK));
    }
}
