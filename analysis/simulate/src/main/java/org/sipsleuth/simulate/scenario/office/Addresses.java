package org.sipsleuth.simulate.scenario.office;

import org.sipsleuth.simulate.network.Host;
import org.sipsleuth.simulate.network.Socket;

/// Who sits at which address: private ones inside (10.0.0.0/8, fd00::/16), those kept for
/// documentation outside (RFC 5737, RFC 3849).
public final class Addresses {

    private static final int SIP_PORT = 5060;
    private static final int HOSTS_OF_A_NET = 250;
    private static final int OUTSIDE_NETS = 3;
    private static final long INSIDE_IPV6 = 0xfd00_0000_0000_0000L;
    private static final long OUTSIDE_IPV6 = 0x2001_0db8_0000_0000L;

    private final boolean ipv6;

    /// The second number of the inside addresses: so that two offices have no address in common.
    private final int network;

    /// Added to the number of each outside host: so that captures of different offices name
    /// different ones.
    private final int firstOutside;

    /// @param ipv6 whether addresses are IPv6
    /// @param network 0 … 255
    public Addresses(boolean ipv6, int network) {
        this(ipv6, network, 0);
    }

    /// @param firstOutside which outside host is the first one, 0 … 749
    public Addresses(boolean ipv6, int network, int firstOutside) {
        this.ipv6 = ipv6;
        this.network = network;
        this.firstOutside = firstOutside;
    }

    /// The `number`-th host inside, from 0.
    public Host inside(int number) {
        int net = number / HOSTS_OF_A_NET;
        int host = 1 + number % HOSTS_OF_A_NET;
        return ipv6 ? Host.ipv6(INSIDE_IPV6 | (long) network << 32 | net, host) : Host.ipv4(10, network, net, host);
    }

    /// The `number`-th host outside, from 0. There are 750 of IPv4; others follow in 198.18.0.0/15
    /// (RFC 2544).
    public Host outside(int number) {
        return numberedOutside(firstOutside + number);
    }

    private Host numberedOutside(int number) {
        if (ipv6) {
            return Host.ipv6(OUTSIDE_IPV6 | (long) (number >>> 16) << 16, 1 + (number & 0xffff));
        }
        int host = 1 + number % HOSTS_OF_A_NET;
        return switch (number / HOSTS_OF_A_NET) {
            case 0 -> Host.ipv4(203, 0, 113, host);
            case 1 -> Host.ipv4(198, 51, 100, host);
            case 2 -> Host.ipv4(192, 0, 2, host);
            default -> {
                int further = number - OUTSIDE_NETS * HOSTS_OF_A_NET;
                yield Host.ipv4(198, 18 + (further >>> 16 & 1), further >>> 8 & 0xff, further & 0xff);
            }
        };
    }

    /// The socket for SIP of a host.
    public static Socket sip(Host host) {
        return new Socket(host, SIP_PORT);
    }
}
