package org.sipsleuth.simulate.network;

import org.sipsleuth.capture.wire.Flow;

/// A port of a host.
public record Socket(Host host, int port) {

    /// The address as written in a URI or in Via: `192.0.2.1:5060`.
    public String inUri() {
        return host.inUri() + ":" + port;
    }

    /// The flow of its packets to another socket.
    public Flow flowTo(Socket other) {
        return new Flow(host.address(), port, other.host.address(), other.port);
    }
}
