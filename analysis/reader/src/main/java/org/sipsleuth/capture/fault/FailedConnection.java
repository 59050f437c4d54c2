package org.sipsleuth.capture.fault;

import org.sipsleuth.capture.Endpoint;

/// A TCP connection that was not set up, or was broken off (RFC 9293 §3.5).
///
/// @param client who asked for it; where it was broken off, who was cut off
/// @param server the other side
/// @param sightings the segments that show it: resets, or each SYN
public record FailedConnection(Kind kind, Endpoint client, Endpoint server, Sightings sightings) {

    /// How it failed.
    public enum Kind {
        /// RST answered SYN.
        REFUSED,
        /// SYN was sent again, and nothing answered it.
        UNANSWERED,
        /// RST ended it after it had carried data.
        RESET
    }
}
