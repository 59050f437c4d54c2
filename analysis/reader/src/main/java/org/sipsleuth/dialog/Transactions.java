package org.sipsleuth.dialog;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.dialog.column.Fingerprint;
import org.sipsleuth.dialog.column.FingerprintMap;
import org.sipsleuth.dialog.column.FingerprintSet;
import org.sipsleuth.dialog.column.IntColumn;
import org.sipsleuth.dialog.column.LongColumn;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.dialog.part.ExtractedMessage;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;

/// Finds the transaction of each message (RFC 3261 §17) and distinguishes retransmissions from new
/// messages.
///
/// A transaction is known by its dialog, the number and method of CSeq, and the branch of the
/// topmost Via, so that each hop has its own (§17.1.3, §17.2.3). An ACK joins the INVITE's unless
/// that was answered with 2xx. `docs/TRANSACTIONS.md` defines a retransmission.
///
/// A transaction ends (§17.1.1.2, §17.1.2.2, §17.2.1, §17.2.2): without final response 32 s after
/// its request (timers B and F), an INVITE 3 minutes after its last provisional response (timer C);
/// with one 32 s after that (timers D, H and J), at once over a transport that loses nothing
/// (timers I, J and K are 0). The same branch later is another transaction.
final class Transactions {

    /// Timers B, D, F, H and J: 64 × T1.
    private static final long LONGEST_NANOS = DialogTable.TIMER_B_NANOS;

    /// Timer C (§16.6): a proxy waits more than three minutes for the end of ringing.
    private static final long RINGING_NANOS = 180_000_000_000L;

    /// T1. What repeats a request sooner is the same packet, captured twice.
    private static final long SOONEST_NANOS = 500_000_000L;

    private static final int FIRST_FINAL = 200;

    private final FingerprintMap known = new FingerprintMap();

    /// The latest transaction of everything known.
    private final IntColumn latest = new IntColumn();

    /// Until when a request repeats one of it.
    private final LongColumn ends = new LongColumn();

    private int count;

    /// The row of the last message, if that is a response with a branch that no message had before.
    private int strayRow = -1;

    private final BitSet hadFinal = new BitSet();
    private final BitSet had2xx = new BitSet();

    private final FingerprintSet seen = new FingerprintSet();
    private final Fingerprint fingerprint = new Fingerprint();

    /// The number of a message's transaction, added if it is new.
    ///
    /// @param method the request's, or that of a response's CSeq
    /// @param branch the branch of a message that has none because it was cut, or null
    int of(int dialog, int cseq, int method, ExtractedMessage found, byte @Nullable [] branch, byte[] buffer) {
        SipLayout layout = found.layout;
        if (method == MessageTypes.ACK) {
            int invite = latest(which(dialog, cseq, MessageTypes.INVITE, branch, buffer, layout));
            if (invite >= 0 && !had2xx.get(invite)) {
                return invite;
            }
        }
        int row = known.number(which(dialog, cseq, method, branch, buffer, layout));
        long now = found.arrival.capturedAtNanos();
        strayRow = row == latest.size() && !layout.isRequest() ? row : -1;
        if (row == latest.size()) {
            latest.add(count++);
            ends.add(now + LONGEST_NANOS);
        } else if (isBegunAnew(row, found)) {
            latest.set(row, count++);
            ends.set(row, now + LONGEST_NANOS);
        }
        prolong(row, method, found);
        return latest.get(row);
    }

    /// Whether the message that was asked for last is a response whose branch, with its number and
    /// method, no message had before.
    boolean isStray() {
        return strayRow >= 0;
    }

    /// Makes that response one of another transaction, as all with its branch are from now on.
    ///
    /// @return that transaction
    int join(int transaction) {
        latest.set(strayRow, transaction);
        count--;
        return transaction;
    }

    /// Whether the transaction ended before a message, and that begins another: a request, or a
    /// final response that no client waits for any more.
    private boolean isBegunAnew(int row, ExtractedMessage found) {
        long late = found.arrival.capturedAtNanos() - ends.get(row);
        boolean hadFinal = hadFinal(latest.get(row));
        if (!found.layout.isRequest()) {
            return late > 0 && hadFinal && found.layout.statusCode() >= FIRST_FINAL;
        }
        boolean isLossless = found.arrival.transport() != Transport.UDP;
        return late > (hadFinal && isLossless ? SOONEST_NANOS - LONGEST_NANOS : 0);
    }

    private void prolong(int row, int method, ExtractedMessage found) {
        long now = found.arrival.capturedAtNanos();
        int status = found.layout.isRequest() ? 0 : found.layout.statusCode();
        boolean isFirstFinal = status >= FIRST_FINAL && !hadFinal(latest.get(row));
        if (method == MessageTypes.ACK || isFirstFinal) {
            ends.set(row, now + LONGEST_NANOS);
        } else if (status > 0 && status < FIRST_FINAL && method == MessageTypes.INVITE) {
            ends.set(row, Math.max(ends.get(row), now + RINGING_NANOS));
        }
    }

    /// The latest transaction with the branch of a message, or -1.
    int find(int dialog, int cseq, int method, byte[] buffer, SipLayout layout) {
        return latest(which(dialog, cseq, method, null, buffer, layout));
    }

    private int latest(Fingerprint transaction) {
        int row = known.find(transaction);
        return row < 0 ? row : latest.get(row);
    }

    /// Whether a transaction with the branch of a message has begun and not ended at a moment.
    boolean isOpen(int dialog, int cseq, int method, byte[] buffer, SipLayout layout, long nanos) {
        int row = known.find(which(dialog, cseq, method, null, buffer, layout));
        return row >= 0 && nanos <= ends.get(row);
    }

    private Fingerprint which(int dialog, int cseq, int method, byte @Nullable [] branch, byte[] buffer,
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
    boolean isRetransmission(int transaction, int type, long endpoints, byte[] buffer, SipLayout layout) {
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
        return layout.has(part) ? fingerprint.add(buffer, layout.from(part), layout.to(part)) : fingerprint;
    }

    private static long both(int first, int second) {
        return (long) first << Integer.SIZE | Integer.toUnsignedLong(second);
    }
}
