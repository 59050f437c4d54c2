package org.sipsleuth.capture.tls;

import org.sipsleuth.capture.tls.keylog.LoggedSecret;

/// The times of a TLS 1.3 connection, each with its own secrets.
enum Phase {
    /// What the client sends before it hears the server.
    EARLY(LoggedSecret.CLIENT_EARLY_TRAFFIC_SECRET, LoggedSecret.CLIENT_EARLY_TRAFFIC_SECRET),
    HANDSHAKE(
            LoggedSecret.CLIENT_HANDSHAKE_TRAFFIC_SECRET,
            LoggedSecret.SERVER_HANDSHAKE_TRAFFIC_SECRET),
    APPLICATION(LoggedSecret.CLIENT_TRAFFIC_SECRET_0, LoggedSecret.SERVER_TRAFFIC_SECRET_0);

    private final LoggedSecret ofClient;
    private final LoggedSecret ofServer;

    Phase(LoggedSecret ofClient, LoggedSecret ofServer) {
        this.ofClient = ofClient;
        this.ofServer = ofServer;
    }

    LoggedSecret secret(Side side) {
        return side == Side.CLIENT ? ofClient : ofServer;
    }

    /// The time after it; the last one stays.
    Phase next() {
        return this == EARLY ? HANDSHAKE : APPLICATION;
    }
}
