package org.sipsleuth.rule;

import java.time.Duration;
import java.util.List;
import org.sipsleuth.transaction.HopTransaction;

/// The requests of others that were answered as ever while a host was attacked, and shortly after:
/// only many of them show that the attack had no effect.
final class OthersServed {

    /// An effect may be seen so long after the last request.
    static final long AFTER = Duration.ofSeconds(10).toNanos();

    /// So many show that the host kept working; with fewer the outcome is unknown.
    static final int ENOUGH = 20;

    private static final int TIMEOUT = 408;
    private static final int HUNDRED = 100;
    private static final int SERVER_FAULTS = 5;

    private OthersServed() {}

    /// How many were answered when they were sent first, and by something else than a fault or a
    /// timeout.
    static int count(List<HopTransaction> requests) {
        return Math.toIntExact(requests.stream().filter(OthersServed::isServed).count());
    }

    private static boolean isServed(HopTransaction each) {
        boolean hasFault = each.status() == TIMEOUT || each.status() / HUNDRED == SERVER_FAULTS;
        return (each.isAnswered() || each.firstProvisional() >= 0) && !hasFault && each.retransmissions() == 0;
    }
}
