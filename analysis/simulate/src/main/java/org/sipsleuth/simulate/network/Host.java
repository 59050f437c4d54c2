package org.sipsleuth.simulate.network;

import java.util.Arrays;
import org.sipsleuth.capture.IpText;

/// A host's address, IPv4 or IPv6.
public final class Host {

    private static final int IPV4_BYTES = 4;

    /// Neighbours are far from each other in hash tables.
    private static final int SCATTER = 0x9e3779b9; // 2³² divided by the golden ratio

    private final byte[] address;
    private final String text;
    private final int hash;

    private Host(byte[] address) {
        this.address = address;
        this.text = IpText.of(address);
        this.hash = Arrays.hashCode(address) * SCATTER;
    }

    /// The IPv4 address with this value: `ipv4(0x0a000001)` is 10.0.0.1.
    public static Host ipv4(int value) {
        return new Host(new byte[]{(byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value});
    }

    /// The IPv4 address of four numbers.
    public static Host ipv4(int first, int second, int third, int fourth) {
        return ipv4(first << 24 | second << 16 | third << 8 | fourth);
    }

    /// The IPv6 address of two halves.
    public static Host ipv6(long high, long low) {
        byte[] bytes = new byte[2 * Long.BYTES];
        for (int i = 0; i < Long.BYTES; i++) {
            bytes[i] = (byte) (high >>> (Long.SIZE - Byte.SIZE * (i + 1)));
            bytes[Long.BYTES + i] = (byte) (low >>> (Long.SIZE - Byte.SIZE * (i + 1)));
        }
        return new Host(bytes);
    }

    /// Its bytes, in network order.
    public byte[] address() {
        return address.clone();
    }

    public boolean isIpv4() {
        return address.length == IPV4_BYTES;
    }

    /// The address as written in a URI: IPv6 in brackets.
    public String inUri() {
        return isIpv4() ? text : "[" + text + "]";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Host host && hash == host.hash && Arrays.equals(address, host.address);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /// As Wireshark writes it.
    @Override
    public String toString() {
        return text;
    }
}
