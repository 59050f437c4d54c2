package org.sipsleuth.edge.stage;

import java.util.BitSet;
import org.sipsleuth.edge.traffic.BorderTraffic;
import org.sipsleuth.transaction.HopTransaction;

/// Demands credentials for every request outside a dialog (RFC 3261 §22), but from trunks. Who was
/// challenged in the capture is challenged all the same; of the others those can answer whose
/// credentials the capture shows to be right.
public final class DigestPolicy implements Stage {

    private final BorderTraffic traffic;
    private final BitSet trusted;
    private final BitSet ableClients = new BitSet();

    /// @param trusted hosts that need no credentials
    public DigestPolicy(BorderTraffic traffic, BitSet trusted) {
        this.traffic = traffic;
        this.trusted = trusted;
        for (int row = 0; row < traffic.table().all().size(); row++) {
            HopTransaction each = traffic.table().all().get(row);
            if (each.hasCredentials() && each.isAnswered() && !each.isChallenged()) {
                ableClients.set(traffic.client(row));
            }
        }
    }

    @Override
    public Protection protection() {
        return Protection.DIGEST;
    }

    @Override
    public Ruling admit(int message, long nowNanos) {
        if (!traffic.opensSession(message) || trusted.get(traffic.peer(message))) {
            return Ruling.PASS;
        }
        int row = traffic.transaction(message);
        HopTransaction request = traffic.table().all().get(row);
        boolean canAnswer = request.hasCredentials() || request.isChallenged() || ableClients.get(traffic.client(row));
        return canAnswer ? Ruling.PASS : Ruling.NO_CREDENTIALS;
    }
}
