package org.sipsleuth.rule;

import java.util.BitSet;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.StrayResponse;

/// Responses that answer no request because the request was too malformed to match them: those of
/// an attack by malformed messages, also where its target passed them on.
final class MalformedExchanges {

    /// Responses come so long after the last request (RFC 3261 §17.1.1.2).
    private static final long TIMEOUT = 64_000_000_000L;

    private final MessageTable messages;
    private final BitSet dialogs = new BitSet();
    private final BitSet attackers = new BitSet();
    private final BitSet targets = new BitSet();
    private long from = Long.MAX_VALUE;
    private long to = Long.MIN_VALUE;

    /// @param traffic in which malformed messages are explained
    MalformedExchanges(Traffic traffic) {
        messages = traffic.table().index().messages();
        for (HopTransaction each : traffic.table().origins()) {
            boolean isMalformed = traffic.explanation(each).filter(IncidentKind.MALFORMED_MESSAGES::equals).isPresent();
            if (isMalformed) {
                dialogs.set(each.dialog());
                attackers.set(each.source());
                targets.set(each.destination());
                from = Math.min(from, each.atNanos());
                to = Math.max(to, each.atNanos() + TIMEOUT);
            }
        }
    }

    /// Whether a response belongs to them.
    boolean explains(StrayResponse response) {
        long at = messages.capturedAtNanos(response.message());
        boolean isMeanwhile = at >= from && at <= to;
        return dialogs.get(messages.dialog(response.message())) || attackers.get(response.destination())
                || (isMeanwhile && targets.get(response.destination()));
    }
}
