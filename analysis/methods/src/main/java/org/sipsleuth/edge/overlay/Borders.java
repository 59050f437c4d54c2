package org.sipsleuth.edge.overlay;

import java.util.Locale;
import java.util.function.IntFunction;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.edge.traffic.BorderTraffic;

/// What the borders of an overlay are.
public enum Borders {
    /// Each capture file was taken at a border of its own.
    FILE,
    /// Each network of sources (/24 of IPv4, /48 of IPv6) comes in at a border of its own.
    NETWORK;

    private static final int BYTES_OF_IPV4 = 3;
    private static final int GROUPS_OF_IPV6 = 3;

    /// The name of the border that a message comes in at.
    public IntFunction<String> of(BorderTraffic traffic) {
        return switch (this) {
            case FILE -> message -> file(traffic.index(), message);
            case NETWORK -> message -> network(traffic.table().host(traffic.peer(message)));
        };
    }

    private static String file(SipIndex index, int message) {
        return index.files().get(index.messages().file(message)).name();
    }

    private static String network(String address) {
        boolean isIpv4 = address.indexOf(':') < 0;
        char between = isIpv4 ? '.' : ':';
        int end = -1;
        for (int i = 0; i < (isIpv4 ? BYTES_OF_IPV4 : GROUPS_OF_IPV6); i++) {
            int next = address.indexOf(between, end + 1);
            if (next < 0) {
                return address;
            }
            end = next;
        }
        return address.substring(0, end) + (isIpv4 ? ".0/24" : "::/48");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
