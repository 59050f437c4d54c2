package org.sipsleuth.sequence.novelty;

import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.Fingerprint;
import org.sipsleuth.dialog.column.FingerprintSet;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// Where the beginning or the end of a coverage, or its place, may hide messages, so that their
/// absence says nothing, whatever was captured elsewhere.
final class CutFinder {

    /// How long a request other than INVITE may wait for its final response, and a final response
    /// to INVITE for its ACK (RFC 3261 §17: 64 × T1).
    static final long WAIT_NANOS = DialogTable.TIMER_B_NANOS;

    /// How long an INVITE may ring: somewhat more than timer C (RFC 3261 §16.6: above 3 minutes).
    static final long RING_NANOS = 200_000_000_000L;

    private final TransactionTable table;
    private final FingerprintSet directions = new FingerprintSet();
    private final Fingerprint fingerprint = new Fingerprint();

    CutFinder(TransactionTable table) {
        this.table = table;
        int messages = table.index().messages().size();
        int lastCoverage = -1;
        int lastSource = -1;
        int lastDestination = -1;
        for (int message = 0; message < messages; message++) {
            int coverage = coverage(message);
            int source = table.source(message);
            int destination = table.destination(message);
            if (coverage != lastCoverage || source != lastSource || destination != lastDestination) {
                directions.add(direction(coverage, source, destination));
                lastCoverage = coverage;
                lastSource = source;
                lastDestination = destination;
            }
        }
    }

    private int coverage(int message) {
        SipIndex index = table.index();
        return index.dialogs().coverages().number(index.messages().file(message));
    }

    private Fingerprint direction(int coverage, int from, int to) {
        return fingerprint.begin().add(coverage).add(from).add(to).end();
    }

    /// Whether anything was captured on the way back from where a message went.
    private boolean isWayBackSeen(int message) {
        return directions.contains(direction(coverage(message), table.destination(message), table.source(message)));
    }

    /// Whether a transaction may have gone on unseen.
    ///
    /// @param isAcknowledged whether its ACK was captured
    boolean hidesEnd(HopTransaction hop, boolean isAcknowledged) {
        boolean isInvite = hop.method() == MessageTypes.INVITE;
        if (hop.status() == 0) {
            long waited = table.untilEndNanos(hop);
            return waited < (isInvite ? RING_NANOS : WAIT_NANOS) || !isWayBackSeen(hop.request())
                    || !table.visibility(hop).hasResponses();
        }
        if (!isInvite || isAcknowledged) {
            return false;
        }
        return table.endNanos(hop) - hop.answeredAtNanos() < WAIT_NANOS || !table.visibility(hop).hasAcks()
                || (hop.isAccepted() && hop.isCopy()); // its ACK may pass by (RFC 3261 §13.2.2.4)
    }

    /// Whether the request of a message without one may have been captured nowhere.
    ///
    /// @param isOfInvite whether it answers or acknowledges an INVITE
    boolean hidesRequest(int message, boolean isOfInvite) {
        return isWithin(message, isOfInvite ? RING_NANOS : WAIT_NANOS) || !isWayBackSeen(message);
    }

    /// Whether the INVITE that a CANCEL ends may have come before the coverage.
    boolean hidesInvite(int cancel) {
        return isWithin(cancel, RING_NANOS);
    }

    /// Whether a message was captured so soon after its coverage began.
    private boolean isWithin(int message, long nanos) {
        SipIndex index = table.index();
        return index.messages().capturedAtNanos(message) - index.dialogs().coverage(message).fromNanos() < nanos;
    }
}
