package org.sipsleuth.dialog;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.column.Fingerprint;
import org.sipsleuth.dialog.column.FingerprintMap;
import org.sipsleuth.dialog.column.FingerprintSet;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;

/// Finds the transaction of each message (RFC 3261 §17) and distinguishes retransmissions from new
/// messages.
///
/// A transaction is known by its dialog, the number and method of CSeq, and the branch of the
/// topmost Via, so that each hop has its own (§17.1.3, §17.2.3). An ACK joins the INVITE's unless
/// that was answered with 2xx. `docs/DIALOGS.md` defines a retransmission.
final class Transactions {

    private final FingerprintMap known = new FingerprintMap();
    private final BitSet hadFinal = new BitSet();
    private final BitSet had2xx = new BitSet();

    private final FingerprintSet seen = new FingerprintSet();
    private final Fingerprint fingerprint = new Fingerprint();

    /// The number of a message's transaction, added if it is new.
    ///
    /// @param method the request's, or that of a response's CSeq
    /// @param branch the branch of a message that has none because it was cut, or null
    int of(
            int dialog,
            int cseq,
            int method,
            byte @Nullable [] branch,
            byte[] buffer,
            SipLayout layout) {
        if (method == MessageTypes.ACK) {
            int invite =
                    known.find(which(dialog, cseq, MessageTypes.INVITE, branch, buffer, layout));
            if (invite >= 0 && !had2xx.get(invite)) {
                return invite;
            }
        }
        return known.number(which(dialog, cseq, method, branch, buffer, layout));
    }

    /// The transaction with the branch of a message, or -1.
    int find(int dialog, int cseq, int method, byte[] buffer, SipLayout layout) {
        return known.find(which(dialog, cseq, method, null, buffer, layout));
    }

    private Fingerprint which(
            int dialog,
            int cseq,
            int method,
            byte @Nullable [] branch,
            byte[] buffer,
            SipLayout layout) {
        fingerprint.begin().add(both(dialog, cseq)).add(method);
        if (branch != null) {
            return fingerprint.add(branch, 0, branch.length).end();
        }
        return add(Part.BRANCH, buffer, layout).end();
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
        fingerprint.begin().add(both(transaction, type)).add(endpoints);
        if (wholly) {
            fingerprint.add(buffer, layout.messageFrom(), layout.messageTo());
        } else if (!layout.isRequest()) {
            add(Part.TO_TAG, buffer, layout);
        }
        return !seen.add(fingerprint.end());
    }

    private Fingerprint add(Part part, byte[] buffer, SipLayout layout) {
        return layout.has(part)
                ? fingerprint.add(buffer, layout.from(part), layout.to(part))
                : fingerprint;
    }

    private static long both(int first, int second) {
        return (long) first << Integer.SIZE | Integer.toUnsignedLong(second);
    }
}
