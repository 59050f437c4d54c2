package org.sipsleuth.edge.stage;

/// Hosts that are blocked until some time, after so many offences within a window.
final class TimedBlocks {

    private final int offences;
    private final long windowNanos;
    private final long blockNanos;
    private final int[] counts;
    private final long[] windowBegins;
    private final long[] blockedUntil;

    /// Nobody is blocked.
    ///
    /// @param offences how many within the window block a host, at least 1
    TimedBlocks(int hosts, int offences, long windowNanos, long blockNanos) {
        this.offences = offences;
        this.windowNanos = windowNanos;
        this.blockNanos = blockNanos;
        this.counts = new int[hosts];
        this.windowBegins = new long[hosts];
        this.blockedUntil = new long[hosts];
    }

    void offend(int host, long nowNanos) {
        if (nowNanos - windowBegins[host] > windowNanos) {
            windowBegins[host] = nowNanos;
            counts[host] = 0;
        }
        counts[host]++;
        if (counts[host] >= offences) {
            block(host, nowNanos);
        }
    }

    void block(int host, long nowNanos) {
        blockedUntil[host] = Math.max(blockedUntil[host], nowNanos + blockNanos);
    }

    boolean isBlocked(int host, long nowNanos) {
        return nowNanos < blockedUntil[host];
    }
}
