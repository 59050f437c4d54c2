package org.sipsleuth.capture;

import java.util.Arrays;

/// The header fields of the enclosed IP packet, for tests.
final class Inside {

    private static final int IPV4_HEADER_BYTES = 20;
    private static final int IPV6_HEADER_BYTES = 40;
    private static final int UDP_HEADER_BYTES = 8;

    private Inside() {}

    static boolean isIpv6(byte[] ip) {
        return ip[0] >> 4 == 6;
    }

    /// The Ethernet type, in hexadecimal.
    static String type(byte[] ip) {
        return isIpv6(ip) ? "86dd" : "0800";
    }

    /// The protocol number of PPP, in hexadecimal.
    static String ppp(byte[] ip) {
        return isIpv6(ip) ? "0057" : "0021";
    }

    /// The protocol number of IP.
    static int protocol(byte[] ip) {
        return isIpv6(ip) ? 41 : 4;
    }

    static int headerBytes(byte[] ip) {
        return isIpv6(ip) ? IPV6_HEADER_BYTES : IPV4_HEADER_BYTES;
    }

    /// Both addresses, the source first.
    static byte[] addresses(byte[] ip) {
        return isIpv6(ip) ? Arrays.copyOfRange(ip, 8, 40) : Arrays.copyOfRange(ip, 12, 20);
    }

    /// Both ports of the datagram, the source first; zeros beyond the end of a broken one.
    static byte[] ports(byte[] ip) {
        int at = Math.min(ip.length, headerBytes(ip));
        return Arrays.copyOfRange(ip, at, at + 4);
    }

    /// What the datagram holds; nothing of one that is too short.
    static byte[] payload(byte[] ip) {
        int at = Math.min(ip.length, headerBytes(ip) + UDP_HEADER_BYTES);
        return Arrays.copyOfRange(ip, at, ip.length);
    }
}
