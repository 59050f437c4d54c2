package org.sipsleuth.simulate.network;

import org.sipsleuth.capture.wire.Flow;

/// A port of a host.
public record Socket(Host host, int port) {

    /// As it stands in a URI or in Via: `192.0.2.1:5060`.
    public String inUri() {
        return host.inUri() + ":" + port;
    }

    /// The way of its packets to another.
    public Flow flowTo(Socket other) {
        return new Flow(host.address(), port, other.host.address(), other.port);
    }
}
