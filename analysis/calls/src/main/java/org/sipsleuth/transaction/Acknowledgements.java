package org.sipsleuth.transaction;

import java.util.BitSet;
import org.sipsleuth.dialog.column.Fingerprint;
import org.sipsleuth.dialog.column.FingerprintMap;
import org.sipsleuth.dialog.column.IntColumn;

/// The ACKs and CANCELs of all INVITEs, by Call-ID, CSeq number and sender. RFC 3261 §17.1.1.3: an
/// ACK to a non-2xx is sent by the hop's own sender; §13.2.2.4: one to a 2xx goes from end to end,
/// past hops that saw the INVITE.
final class Acknowledgements {

    private static final int ANYBODY = -1;

    private final Fingerprint fingerprint = new Fingerprint();
    private final FingerprintMap senders = new FingerprintMap();
    private final IntColumn acks = new IntColumn();
    private final BitSet cancelled = new BitSet();

    /// An ACK was sent.
    void acknowledge(int dialog, long cseq, int source, int message) {
        note(sender(dialog, cseq, source), message);
        note(sender(dialog, cseq, ANYBODY), message);
    }

    /// A CANCEL was sent.
    void cancel(int dialog, long cseq, int source) {
        cancelled.set(sender(dialog, cseq, source));
    }

    /// Completes an INVITE that has its final response, if it was captured.
    void complete(HopTransaction invite) {
        int own = find(invite.dialog, invite.cseq, invite.source);
        int ack = own < 0 ? HopTransaction.NONE : acks.get(own);
        if (own >= 0 && cancelled.get(own)) {
            invite.flags |= HopTransaction.CANCELLED;
        }
        if (ack < 0 && invite.isAccepted()) {
            int any = find(invite.dialog, invite.cseq, ANYBODY);
            ack = any < 0 ? HopTransaction.NONE : acks.get(any);
        }
        if (ack >= 0) {
            invite.ack = ack;
            invite.flags |= HopTransaction.ACKNOWLEDGED;
        }
    }

    private void note(int sender, int message) {
        if (acks.get(sender) < 0) {
            acks.set(sender, message);
        }
    }

    private int sender(int dialog, long cseq, int source) {
        int number = senders.number(fingerprint(dialog, cseq, source));
        if (number == acks.size()) {
            acks.add(HopTransaction.NONE);
        }
        return number;
    }

    private int find(int dialog, long cseq, int source) {
        return senders.find(fingerprint(dialog, cseq, source));
    }

    private Fingerprint fingerprint(int dialog, long cseq, int source) {
        return fingerprint.begin().add(dialog).add(cseq).add(source).end();
    }
}
