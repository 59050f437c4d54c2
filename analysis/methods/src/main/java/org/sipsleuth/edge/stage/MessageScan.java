package org.sipsleuth.edge.stage;

import java.util.BitSet;

/// Discards messages with a property that a scanner found: malformed, or with a signature.
public final class MessageScan implements Stage {

    private final Protection protection;
    private final Ruling ruling;
    private final BitSet found;

    private MessageScan(Protection protection, Ruling ruling, BitSet found) {
        this.protection = protection;
        this.ruling = ruling;
        this.found = found;
    }

    /// The grammar check.
    public static MessageScan grammar(BitSet malformed) {
        return new MessageScan(Protection.GRAMMAR, Ruling.MALFORMED, malformed);
    }

    /// The scan for signatures.
    public static MessageScan signatures(BitSet matching) {
        return new MessageScan(Protection.SIGNATURES, Ruling.SIGNATURE, matching);
    }

    @Override
    public Protection protection() {
        return protection;
    }

    @Override
    public Ruling admit(int message, long nowNanos) {
        return found.get(message) ? ruling : Ruling.PASS;
    }
}
