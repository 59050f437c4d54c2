package org.sipsleuth.edge.traffic;

import java.util.BitSet;
import java.util.function.IntPredicate;

/// What the scanners of a border know of single messages. Immutable by convention: nobody changes
/// the sets.
///
/// @param malformed fails the grammar check
/// @param matching has a signature
/// @param anomalous has a score above the threshold of the n-gram model
/// @param irregular has names or layout that normalisation changes
public record MessageFacts(BitSet malformed, BitSet matching, BitSet anomalous, BitSet irregular) {

    /// Those messages that the reader found malformed; no signatures, no model.
    public static MessageFacts ofDefects(BorderTraffic traffic) {
        return new MessageFacts(ingress(traffic, traffic.index().messages()::isDefective), new BitSet(), new BitSet(),
                new BitSet());
    }

    /// The messages from outside with a property.
    public static BitSet ingress(BorderTraffic traffic, IntPredicate has) {
        BitSet found = new BitSet();
        for (int message = 0; message < traffic.size(); message++) {
            if (traffic.direction(message) == Direction.INGRESS && has.test(message)) {
                found.set(message);
            }
        }
        return found;
    }

    /// The same with other signatures.
    public MessageFacts withMatching(BitSet others) {
        return new MessageFacts(malformed, others, anomalous, irregular);
    }

    /// The same with other anomalies.
    public MessageFacts withAnomalous(BitSet others) {
        return new MessageFacts(malformed, matching, others, irregular);
    }

    /// The same with another grammar.
    public MessageFacts withMalformed(BitSet others) {
        return new MessageFacts(others, matching, anomalous, irregular);
    }

    /// The same with what normalisation changes.
    public MessageFacts withIrregular(BitSet others) {
        return new MessageFacts(malformed, matching, anomalous, others);
    }
}
