package org.sipsleuth.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.transaction.HopTransaction;

/// Which requests were repeated with credentials, or were accepted later, under the same Call-ID:
/// an INVITE or REGISTER that was challenged and continued came to something.
final class Continuations {

    private record Series(int dialog, int source, int method) {
        static Series of(HopTransaction each) {
            return new Series(each.dialog(), each.source(), each.method());
        }
    }

    private final Map<Series, Long> last = new HashMap<>();

    /// Looks through all transactions at their hop of origin.
    Continuations(List<HopTransaction> origins) {
        for (HopTransaction each : origins) {
            if (each.hasCredentials() || each.isAccepted()) {
                last.merge(Series.of(each), each.cseq(), Math::max);
            }
        }
    }

    /// Whether its series has credentials or success anywhere.
    boolean isOfSuccess(HopTransaction each) {
        return last.containsKey(Series.of(each));
    }

    /// Whether it was continued by a later request.
    boolean isContinued(HopTransaction each) {
        Long latest = last.get(Series.of(each));
        return latest != null && latest > each.cseq();
    }
}
