package org.sipsleuth.dialog;

import java.util.BitSet;
import org.sipsleuth.dialog.column.FingerprintSet;
import org.sipsleuth.dialog.column.IntColumn;
import org.sipsleuth.dialog.column.KeyedHash;
import org.sipsleuth.dialog.column.LongColumn;
import org.sipsleuth.dialog.column.Slots;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;

/// Finds the transaction of each message (RFC 3261 §17) and tells retransmissions from new
/// messages.
///
/// A transaction is known by its dialog, the number and method of CSeq, and the branch of the
/// topmost Via, so that each hop has its own (§17.1.3, §17.2.3). An ACK joins the INVITE's unless
/// that was answered with 2xx. `docs/DIALOGS.md` tells what counts as a retransmission.
final class Transactions {

    private final IntColumn dialogs = new IntColumn();
    private final IntColumn cseqs = new IntColumn();
    private final IntColumn methods = new IntColumn();
    private final LongColumn branches = new LongColumn();
    private final Slots slots = new Slots();
    private final BitSet hadFinal = new BitSet();
    private final BitSet had2xx = new BitSet();

    private final FingerprintSet seen = new FingerprintSet();
    private final KeyedHash scatter = KeyedHash.random();
    private final KeyedHash content = KeyedHash.fixed();

    /// The number of a message's transaction, added if it is new.
    ///
    /// @param method the request's, or that of a response's CSeq
    int of(int dialog, int cseq, int method, byte[] buffer, SipLayout layout) {
        long branch = hash(Part.BRANCH, buffer, layout);
        if (method == MessageTypes.ACK) {
            int invite = find(dialog, cseq, MessageTypes.INVITE, branch);
            if (invite >= 0 && !had2xx.get(invite)) {
                return invite;
            }
        }
        int known = find(dialog, cseq, method, branch);
        return known >= 0 ? known : add(dialog, cseq, method, branch);
    }

    private int find(int dialog, int cseq, int method, long branch) {
        return slots.find(
                key(dialog, cseq, method, branch),
                row ->
                        branches.get(row) == branch
                                && dialogs.get(row) == dialog
                                && cseqs.get(row) == cseq
                                && methods.get(row) == method);
    }

    private int add(int dialog, int cseq, int method, long branch) {
        int row = dialogs.size();
        dialogs.add(dialog);
        cseqs.add(cseq);
        methods.add(method);
        branches.add(branch);
        slots.add(row, key(dialog, cseq, method, branch));
        return row;
    }

    private long key(int dialog, int cseq, int method, long branch) {
        return scatter.hash(
                ((long) dialog << Integer.SIZE) | Integer.toUnsignedLong(cseq), branch + method);
    }

    /// Whether the transaction has had its final response.
    boolean hadFinal(int transaction) {
        return hadFinal.get(transaction);
    }

    /// Notes a response.
    void note(int transaction, int status) {
        if (status >= 200) {
            hadFinal.set(transaction);
            had2xx.set(transaction, status < 300);
        }
    }

    /// Whether a message of this type went between these endpoints in this transaction before.
    ///
    /// A request with a branch repeats another by being of the same transaction; a final response
    /// if it has the same To tag too (forks differ there); a provisional response, or a request
    /// without branch, only if all its bytes are the same.
    boolean isRetransmission(
            int transaction, int type, long endpoints, byte[] buffer, SipLayout layout) {
        boolean provisional = !layout.isRequest() && layout.statusCode() < 200;
        boolean wholly = provisional || (layout.isRequest() && !layout.has(Part.BRANCH));
        long detail = 0;
        if (wholly) {
            detail = content.hash(buffer, layout.messageFrom(), layout.messageTo());
        } else if (!layout.isRequest()) {
            detail = hash(Part.TO_TAG, buffer, layout);
        }
        long what = content.hash(((long) transaction << Integer.SIZE) | type, detail);
        return !seen.add(content.hash(what, endpoints));
    }

    private long hash(Part part, byte[] buffer, SipLayout layout) {
        return layout.has(part) ? content.hash(buffer, layout.from(part), layout.to(part)) : 0;
    }
}
