package org.sipsleuth.media;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.Optional;
import org.sipsleuth.capture.Endpoint;

/// One end of media, as numbers: an address as IPv6, where IPv4 stands as `::ffff:a.b.c.d`, with a
/// port. Comparable, so that ends made to have the same hash do not slow tables down.
record MediaPoint(long high, long low, int port) implements Comparable<MediaPoint> {

    private static final int IPV6_BYTES = 16;
    private static final int LONGEST_ADDRESS = 45; // of IPv6 with an IPv4 tail
    private static final long IPV4_MAPPED = 0xffff_0000_0000L;

    private static final Comparator<MediaPoint> ORDER = Comparator.comparingLong(MediaPoint::low)
            .thenComparingLong(MediaPoint::high)
            .thenComparingInt(MediaPoint::port);

    /// The end with an address as a session description writes it, perhaps with the time to live of
    /// multicast behind; empty if it is a name, or the address of no host.
    static Optional<MediaPoint> of(String text, int port) {
        int slash = text.indexOf('/');
        String host = slash < 0 ? text : text.substring(0, slash);
        if (!isLiteral(host)) {
            return Optional.empty();
        }
        try {
            InetAddress address = InetAddress.ofLiteral(host);
            return address.isAnyLocalAddress() ? Optional.empty() : Optional.of(of(address, port));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /// Whether a text can be an address and nothing else, such as a name with a scope.
    private static boolean isLiteral(String host) {
        return !host.isEmpty() && host.length() <= LONGEST_ADDRESS
                && host.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == '.' || c == ':');
    }

    static MediaPoint of(InetAddress address, int port) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        if (bytes.capacity() < IPV6_BYTES) {
            return new MediaPoint(0, IPV4_MAPPED | Integer.toUnsignedLong(bytes.getInt()), port);
        }
        return new MediaPoint(bytes.getLong(), bytes.getLong(), port);
    }

    boolean hasAddressOf(MediaPoint other) {
        return high == other.high && low == other.low;
    }

    Endpoint endpoint() {
        byte[] address = ByteBuffer.allocate(IPV6_BYTES).putLong(high).putLong(low).array();
        try {
            return new Endpoint(InetAddress.getByAddress(address), port);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("sixteen bytes are always an address", e);
        }
    }

    @Override
    public int compareTo(MediaPoint other) {
        return ORDER.compare(this, other);
    }
}
