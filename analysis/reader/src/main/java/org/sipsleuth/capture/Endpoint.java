package org.sipsleuth.capture;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// One end of a transport: an address with a port.
public record Endpoint(InetAddress address, int port) implements Comparable<Endpoint> {

    private static final int ADDRESS_BYTES = 2 * Long.BYTES;

    /// One whose address is given as IPv6, IPv4 as `::ffff:a.b.c.d`.
    ///
    /// @param high the upper half of the address
    /// @param low the lower half
    public static Endpoint of(long high, long low, int port) {
        byte[] address = ByteBuffer.allocate(ADDRESS_BYTES).putLong(high).putLong(low).array();
        try {
            return new Endpoint(InetAddress.getByAddress(address), port);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("sixteen bytes are always an address", e);
        }
    }

    /// The address in its shortest usual form (RFC 5952 for IPv6).
    public String host() {
        return IpText.of(address.getAddress());
    }

    /// `192.0.2.1:5060`, `[2001:db8::1]:5060`.
    @Override
    public String toString() {
        String host = host();
        if (port == 0 && LogAddress.isNone(address)) {
            return host; // a text log states neither
        }
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
