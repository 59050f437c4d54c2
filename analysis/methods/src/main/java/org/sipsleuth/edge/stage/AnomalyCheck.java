package org.sipsleuth.edge.stage;

import java.util.BitSet;
import java.util.function.IntPredicate;

/// Scores the messages that the session queues select (paper 3, section 5); anomalous ones go to
/// the hardened stack, or are discarded if there is none.
public final class AnomalyCheck implements Stage {

    private final BitSet anomalous;
    private final IntPredicate selected;
    private final Ruling ruling;

    /// @param hasSandbox whether there is a hardened stack
    public AnomalyCheck(BitSet anomalous, IntPredicate selected, boolean hasSandbox) {
        this.anomalous = anomalous;
        this.selected = selected;
        this.ruling = hasSandbox ? Ruling.SUSPECT : Ruling.ANOMALOUS;
    }

    @Override
    public Protection protection() {
        return Protection.ANOMALY;
    }

    @Override
    public Ruling admit(int message, long nowNanos) {
        return anomalous.get(message) && selected.test(message) ? ruling : Ruling.PASS;
    }
}
