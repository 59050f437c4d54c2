package org.sipsleuth.capture;

import static org.sipsleuth.capture.Tunnels.hex;
import static org.sipsleuth.capture.Tunnels.join;
import static org.sipsleuth.capture.Tunnels.u16;

import java.util.Arrays;
import java.util.zip.Deflater;

/// Reports that somebody saw a datagram, as a server sends them to a collector, for tests.
final class HepReports {

    private static final int ADDRESSES_BYTES = 32; // of IPv6

    private HepReports() {}

    static byte[] first(byte[] ip) {
        return join(fixed(1, ip, 0), Inside.payload(ip));
    }

    static byte[] second(byte[] ip) {
        return join(fixed(2, ip, 0), hex("00f15365 40420f00 0100 0000"), Inside.payload(ip));
    }

    private static byte[] fixed(int version, byte[] ip, int more) {
        byte[] addresses = Inside.addresses(ip);
        int family = Inside.isIpv6(ip) ? 10 : 2;
        byte[] start = {(byte) version, (byte) (8 + addresses.length + more), (byte) family, 17};
        return join(start, Inside.ports(ip), addresses);
    }

    static byte[] third(byte[] ip) {
        return third(ip, chunk(0x0f, Inside.payload(ip)));
    }

    static byte[] thirdPacked(byte[] ip) {
        return third(ip, chunk(0x10, deflated(Inside.payload(ip))));
    }

    private static byte[] third(byte[] ip, byte[] payload) {
        byte[] addresses = Inside.addresses(ip);
        boolean ipv6 = addresses.length == ADDRESSES_BYTES;
        int half = addresses.length / 2;
        byte[] chunks = join(chunk(1, hex(ipv6 ? "0a" : "02")), chunk(2, hex("11")),
                chunk(ipv6 ? 5 : 3, Arrays.copyOf(addresses, half)),
                chunk(ipv6 ? 6 : 4, Arrays.copyOfRange(addresses, half, 2 * half)),
                chunk(7, Arrays.copyOf(Inside.ports(ip), 2)), chunk(8, Arrays.copyOfRange(Inside.ports(ip), 2, 4)),
                chunk(9, hex("6553f100")), chunk(10, hex("0000000a")), chunk(11, hex("01")), chunk(12, hex("000007d1")),
                payload);
        return join(hex("48455033"), u16(6 + chunks.length), chunks);
    }

    private static byte[] chunk(int type, byte[] body) {
        return join(u16(0), u16(type), u16(6 + body.length), body);
    }

    private static byte[] deflated(byte[] plain) {
        byte[] packed = new byte[plain.length + 64];
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(plain);
            deflater.finish();
            return Arrays.copyOf(packed, deflater.deflate(packed));
        }
    }
}
