package org.sipsleuth.edge.replay;

import java.util.BitSet;

/// What became of the transactions.
final class ReplayedTransactions {

    private final byte[] states;
    private final BitSet acknowledged;
    private final byte processed;

    ReplayedTransactions(byte[] states, BitSet acknowledged, byte processed) {
        this.states = states;
        this.acknowledged = acknowledged;
        this.processed = processed;
    }

    /// Whether a stack processed the request.
    boolean isProcessed(int row) {
        return states[row] == processed;
    }

    /// Whether it processed the ACK.
    boolean isAcknowledged(int row) {
        return acknowledged.get(row);
    }
}
