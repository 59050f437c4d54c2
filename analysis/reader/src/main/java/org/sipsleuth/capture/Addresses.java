package org.sipsleuth.capture;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;

/// Classifies addresses by their bits; never resolves a name.
public final class Addresses {

    private static final int SHARED_FIRST = 100; // RFC 6598: 100.64.0.0/10
    private static final int SHARED_SECOND = 0x40;
    private static final int SHARED_MASK = 0xc0;
    private static final int UNIQUE_LOCAL = 0xfc; // RFC 4193: fc00::/7
    private static final int UNIQUE_LOCAL_MASK = 0xfe;

    private static final String LOCALHOST = "localhost"; // RFC 6761 §6.3

    private Addresses() {}

    /// A host as it is written, with its address.
    ///
    /// @param text the address, or `localhost`
    public record Named(String text, InetAddress address) {

        /// Why it may not be reached, as a clause.
        public String reach() {
            if (address.isAnyLocalAddress()) {
                return "which is no address";
            }
            return address.isLoopbackAddress() ? "an address within the sender's own host"
                    : "an address reachable only from its own network";
        }
    }

    /// The address that a host is written as, or of `localhost`; empty if it is another name.
    public static Optional<Named> of(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        boolean isLocal = name.equalsIgnoreCase(LOCALHOST) || name.equalsIgnoreCase("localhost.localdomain")
                || name.toLowerCase(Locale.ROOT).endsWith("." + LOCALHOST);
        return isLocal ? Optional.of(new Named(LOCALHOST, InetAddress.getLoopbackAddress()))
                : literal(host).map(address -> new Named(IpText.of(address.getAddress()), address));
    }

    /// Whether what is sent to an address from another host cannot arrive: it is 0.0.0.0 or ::, or
    /// that of the host itself and named to another one, or private and named to a public network.
    ///
    /// @param source the address of the host that names it
    /// @param destination the address of the host that it is named to
    public static boolean isUnreachable(InetAddress named, InetAddress source, InetAddress destination) {
        if (named.isAnyLocalAddress()) {
            return true;
        }
        if (LogAddress.isNone(source) || LogAddress.isNone(destination)) {
            return false; // a text log does not state where they are
        }
        if (named.isLoopbackAddress()) {
            return !source.isLoopbackAddress() || !destination.isLoopbackAddress();
        }
        return isPrivate(named) && (!isPrivate(source) || !isPrivate(destination));
    }

    /// The address that a host is written as, in brackets or not; empty if it is a name.
    public static Optional<InetAddress> literal(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
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
        boolean isShared = address instanceof Inet4Address && bytes[0] == SHARED_FIRST
                && (bytes[1] & SHARED_MASK) == SHARED_SECOND;
        boolean isUniqueLocal = address instanceof Inet6Address && (bytes[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
        return isShared || isUniqueLocal || address.isSiteLocalAddress() || address.isLinkLocalAddress()
                || address.isLoopbackAddress();
    }
}
