package org.sipsleuth.rule;

import java.util.List;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.transaction.HopTransaction;

/// What became of the legitimate requests to a target while it was flooded.
///
/// @param outcome attempted where enough were answered as before; not determined where fewer were;
///     partial where a few failed, were repeated or took longer; succeeded where more failed
/// @param requests how many legitimate requests there were
/// @param failed those that were not answered, refused with 5xx, or calls to a flooded user that
///     were refused as busy; empty where as many fail otherwise
/// @param repeated those that were retransmitted and did not fail; empty where as many are
///     retransmitted otherwise
/// @param delayNanos the median time to the first response; 0 where it is as usual
/// @param served how many were answered as before
record FloodEffect(Outcome outcome, int requests, List<HopTransaction> failed, List<HopTransaction> repeated,
        long delayNanos, int served) {

    /// Of a capture that does not show it.
    static FloodEffect notSeen() {
        return new FloodEffect(Outcome.NOT_DETERMINED, 0, List.of(), List.of(), 0, 0);
    }
}
