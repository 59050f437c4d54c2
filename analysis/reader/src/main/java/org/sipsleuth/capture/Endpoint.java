package org.sipsleuth.capture;

import java.net.InetAddress;
import java.util.Arrays;

/// One end of a transport: an address with a port.
public record Endpoint(InetAddress address, int port) implements Comparable<Endpoint> {

    /// The address in its shortest usual form (RFC 5952 for IPv6).
    public String host() {
        return IpText.of(address.getAddress());
    }

    /// `192.0.2.1:5060`, `[2001:db8::1]:5060`.
    @Override
    public String toString() {
        String host = host();
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }

    /// By address as a number, IPv4 before IPv6, then by port.
    @Override
    public int compareTo(Endpoint other) {
        byte[] mine = address.getAddress();
        byte[] theirs = other.address.getAddress();
        if (mine.length != theirs.length) {
            return Integer.compare(mine.length, theirs.length);
        }
        int byAddress = Arrays.compareUnsigned(mine, theirs);
        return byAddress != 0 ? byAddress : Integer.compare(port, other.port);
    }
}
