package org.sipsleuth.edge.stage;

import org.sipsleuth.edge.traffic.BorderTraffic;

/// Gives messages of sources that had one discarded as malformed, with a signature or out of state
/// within ten minutes to the hardened stack (paper 3, section 5).
public final class SandboxRoute implements Stage {

    private static final long MINUTES_10 = 600_000_000_000L;

    private final BorderTraffic traffic;
    private final TimedBlocks suspects;

    public SandboxRoute(BorderTraffic traffic) {
        this.traffic = traffic;
        suspects = new TimedBlocks(traffic.table().hostCount(), 1, MINUTES_10, MINUTES_10);
    }

    @Override
    public Protection protection() {
        return Protection.SANDBOX;
    }

    @Override
    public Ruling admit(int message, long nowNanos) {
        return suspects.isBlocked(traffic.peer(message), nowNanos) ? Ruling.SUSPECT : Ruling.PASS;
    }

    @Override
    public void discarded(int message, Ruling why, long nowNanos) {
        if (why == Ruling.MALFORMED || why == Ruling.SIGNATURE || why == Ruling.OUT_OF_STATE) {
            suspects.offend(traffic.peer(message), nowNanos);
        }
    }
}
