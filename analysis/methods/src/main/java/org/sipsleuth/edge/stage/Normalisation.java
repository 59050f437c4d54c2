package org.sipsleuth.edge.stage;

import java.util.BitSet;

/// Writes names of header fields and the layout of messages in one way (paper 3, section 3); counts
/// those that it changes.
public final class Normalisation implements Stage {

    private final BitSet irregular;
    private int changed;

    public Normalisation(BitSet irregular) {
        this.irregular = irregular;
    }

    @Override
    public Protection protection() {
        return Protection.NORMALISATION;
    }

    @Override
    public Ruling admit(int message, long nowNanos) {
        changed += irregular.get(message) ? 1 : 0;
        return Ruling.PASS;
    }

    /// How many messages it changed.
    public int changed() {
        return changed;
    }
}
