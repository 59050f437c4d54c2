package org.sipsleuth.role;

/// The network that neighbours of a host share: a /24 of IPv4, a /64 of IPv6.
public final class HostNetwork {

    private HostNetwork() {}

    /// The leading part of an address that all hosts of its network have in common.
    public static String of(String address) {
        if (address.indexOf(':') < 0) {
            int dot = address.lastIndexOf('.');
            return dot < 0 ? address : address.substring(0, dot);
        }
        int end = -1;
        for (int group = 0; group < 4; group++) {
            int colon = address.indexOf(':', end + 1);
            if (colon < 0 || colon == end + 1) {
                return address.substring(0, Math.max(end, 0));
            }
            end = colon;
        }
        return address.substring(0, end);
    }
}
