package org.sipsleuth.edge.stage;

import org.sipsleuth.edge.traffic.BorderTraffic;
import org.sipsleuth.transaction.HopTransaction;

/// Limits the rate of new sessions for each called user, whoever calls.
public final class TargetLimit implements Stage {

    private final BorderTraffic traffic;
    private final TokenBuckets rates;

    /// @param perSecond more than 0
    public TargetLimit(BorderTraffic traffic, double perSecond) {
        this.traffic = traffic;
        rates = new TokenBuckets(traffic.table().userCount(), perSecond, Math.max(1, 2 * perSecond));
    }

    @Override
    public Protection protection() {
        return Protection.TARGET_LIMIT;
    }

    @Override
    public Ruling admit(int message, long nowNanos) {
        if (!traffic.opensSession(message)) {
            return Ruling.PASS;
        }
        int user = traffic.table().all().get(traffic.transaction(message)).requestUser();
        return user == HopTransaction.NONE || rates.take(user, nowNanos) ? Ruling.PASS : Ruling.TARGET_RATE;
    }
}
