package org.sipsleuth.export.anonymize;

import java.util.Map;
import java.util.TreeMap;

/// What a copy holds, and what it does not.
///
/// @param messages how many messages it has
/// @param mediaPackets how many packets of RTP and RTCP
/// @param carriedElsewise how many messages came over a transport that the copy has another for, by
///     that transport
/// @param filledBodies how many bodies were replaced by filler, by type
/// @param leftOut how many messages and packets were not understood, or do not fit, by reason
public record AnonymizedFacts(long messages, long mediaPackets, Map<String, Long> carriedElsewise,
        Map<String, Long> filledBodies, Map<String, Long> leftOut) {

    public AnonymizedFacts {
        carriedElsewise = Map.copyOf(carriedElsewise);
        filledBodies = Map.copyOf(filledBodies);
        leftOut = Map.copyOf(leftOut);
    }

    /// The counts of a map, in the order of their names.
    public static Map<String, Long> inOrder(Map<String, Long> counts) {
        return new TreeMap<>(counts);
    }
}
