package org.sipsleuth.report.exchange;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.util.regex.Pattern;

/// Distinguishes IP addresses from other names of hosts.
final class IpLiteral {

    /// The JDK also accepts shorter forms, which nobody means.
    private static final Pattern DOTTED = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private IpLiteral() {}

    /// Whether it is an IPv4 address.
    static boolean isIpv4(String name) {
        if (!DOTTED.matcher(name).matches()) {
            return false;
        }
        try {
            return Inet4Address.ofLiteral(name) != null;
        } catch (IllegalArgumentException tooLarge) {
            return false;
        }
    }

    /// Whether it is an IPv6 address.
    static boolean isIpv6(String name) {
        if (name.indexOf(':') < 0) {
            return false;
        }
        try {
            return Inet6Address.ofLiteral(name) != null;
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
