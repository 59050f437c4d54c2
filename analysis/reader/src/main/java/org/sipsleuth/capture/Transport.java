package org.sipsleuth.capture;

/// The transport a message came over, as the `transport` column names it.
public enum Transport {
    UDP,
    TCP,
    SCTP,
    /// SIP within TLS over TCP.
    TLS,
    /// SIP within WebSocket (RFC 7118).
    WS,
    /// SIP within WebSocket within TLS.
    WSS
}
