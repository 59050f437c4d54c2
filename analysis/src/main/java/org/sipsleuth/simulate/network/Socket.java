package org.sipsleuth.simulate.network;

/// A port of a host.
public record Socket(Host host, int port) {

    /// As it stands in a URI or in Via: `192.0.2.1:5060`.
    public String inUri() {
        return host.inUri() + ":" + port;
    }
}
