package org.sipsleuth.capture.fault;

import java.util.List;

/// Faults of the network that a capture file shows, in the order of their frames.
///
/// @param incomplete SIP messages of which only the first fragment was captured
/// @param icmp ICMP errors about packets of UDP, TCP and SCTP
/// @param connections TCP connections that failed
/// @param leftOut how many more there were than are kept
public record NetworkFaults(List<IncompletePacket> incomplete, List<IcmpError> icmp, List<FailedConnection> connections,
        long leftOut) {

    /// No fault.
    public static final NetworkFaults NONE = new NetworkFaults(List.of(), List.of(), List.of(), 0);

    public NetworkFaults {
        incomplete = List.copyOf(incomplete);
        icmp = List.copyOf(icmp);
        connections = List.copyOf(connections);
    }
}
