package org.sipsleuth.dialog.note;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;

/// Classifies addresses by their bits; never resolves a name.
public final class Addresses {

    private static final int SHARED_FIRST = 100; // RFC 6598: 100.64.0.0/10
    private static final int SHARED_SECOND = 0x40;
    private static final int SHARED_MASK = 0xc0;
    private static final int UNIQUE_LOCAL = 0xfc; // RFC 4193: fc00::/7
    private static final int UNIQUE_LOCAL_MASK = 0xfe;

    private Addresses() {}

    /// The address that a host is written as, in brackets or not; empty if it is a name.
    public static Optional<InetAddress> literal(String host) {
        String bare =
                host.startsWith("[") && host.endsWith("]")
                        ? host.substring(1, host.length() - 1)
                        : host;
        try {
            return Optional.of(InetAddress.ofLiteral(bare));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Whether the address means something only in its own network: RFC 1918, RFC 6598, RFC 4193,
    /// link-local, loopback.
    public static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean isShared =
                address instanceof Inet4Address
                        && bytes[0] == SHARED_FIRST
                        && (bytes[1] & SHARED_MASK) == SHARED_SECOND;
        boolean isUniqueLocal =
                address instanceof Inet6Address && (bytes[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
        return isShared
                || isUniqueLocal
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || address.isLoopbackAddress();
    }
}
