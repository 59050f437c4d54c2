package org.sipsleuth.edge.traffic;

/// Where a message goes, as seen from the protected hosts.
public enum Direction {
    /// From outside to a protected host.
    INGRESS,
    /// From a protected host to the outside.
    EGRESS,
    /// Between protected hosts, or between others.
    ELSEWHERE
}
