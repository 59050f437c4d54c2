package org.sipsleuth.transaction;

import java.util.BitSet;
import org.sipsleuth.dialog.column.Fingerprint;
import org.sipsleuth.dialog.column.FingerprintMap;
import org.sipsleuth.dialog.column.LongColumn;

/// Which requests were repeated with credentials, or were accepted later, under the same Call-ID:
/// an INVITE or REGISTER that was challenged and continued came to something.
public final class Continuations {

    /// By the message of the request.
    private final BitSet ofSuccess = new BitSet();

    /// By the message of the request.
    private final BitSet continued = new BitSet();

    /// Looks through all transactions at their hop of origin for what continues any of the table.
    Continuations(TransactionTable table) {
        Fingerprint which = new Fingerprint();
        FingerprintMap series = new FingerprintMap();
        LongColumn last = new LongColumn();
        for (HopTransaction each : table.origins()) {
            if (each.hasCredentials() || each.isAccepted()) {
                int number = series.number(seriesOf(each, which));
                if (number == last.size()) {
                    last.add(each.cseq());
                } else {
                    last.set(number, Math.max(last.get(number), each.cseq()));
                }
            }
        }
        for (HopTransaction each : table.all()) {
            int number = series.find(seriesOf(each, which));
            if (number >= 0) {
                ofSuccess.set(each.request());
                continued.set(each.request(), last.get(number) > each.cseq());
            }
        }
    }

    private static Fingerprint seriesOf(HopTransaction each, Fingerprint which) {
        return which.begin().add(each.dialog()).add(each.source()).add(each.method()).end();
    }

    /// Whether its series has credentials or success anywhere.
    public boolean isOfSuccess(HopTransaction each) {
        return ofSuccess.get(each.request());
    }

    /// Whether it was continued by a later request.
    public boolean isContinued(HopTransaction each) {
        return continued.get(each.request());
    }
}
