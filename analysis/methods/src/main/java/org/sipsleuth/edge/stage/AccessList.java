package org.sipsleuth.edge.stage;

import java.util.BitSet;
import org.sipsleuth.edge.traffic.BorderTraffic;

/// Lets only known peers in, by address.
public final class AccessList implements Stage {

    private final BorderTraffic traffic;
    private final BitSet allowed;

    /// @param allowed hosts of the table
    public AccessList(BorderTraffic traffic, BitSet allowed) {
        this.traffic = traffic;
        this.allowed = allowed;
    }

    @Override
    public Protection protection() {
        return Protection.ACCESS_LIST;
    }

    @Override
    public Ruling admit(int message, long nowNanos) {
        return allowed.get(traffic.peer(message)) ? Ruling.PASS : Ruling.NOT_ON_LIST;
    }
}
