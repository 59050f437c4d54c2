package org.sipsleuth.simulate.agent.server;

/// The header field that correlates both legs of a call through a B2BUA.
public enum SharedHeader {
    /// Nothing.
    NONE,
    /// The Call-ID of the first leg, in `X-Call-ID` of the second.
    X_CALL_ID,
    /// Session-ID (RFC 7989) in both.
    SESSION_ID,
    /// The icid of P-Charging-Vector (RFC 7315) in both.
    CHARGING_VECTOR
}
