package org.sipsleuth.capture.wire;

/// Where a packet comes from and where it goes, as it stands in headers.
public final class Flow {

    private static final int FNV_PRIME = 0x01000193;

    final byte[] source;
    final byte[] destination;
    final int sourcePort;
    final int destinationPort;

    /// @param source four bytes, or sixteen
    /// @param destination as many; neither may be changed later
    public Flow(byte[] source, int sourcePort, byte[] destination, int destinationPort) {
        this.source = source;
        this.destination = destination;
        this.sourcePort = sourcePort;
        this.destinationPort = destinationPort;
    }

    boolean isIpv4() {
        return source.length == Integer.BYTES;
    }

    /// The number of its family among the types of Ethernet.
    int etherType() {
        return isIpv4() ? IpHeader.IPV4_TYPE : IpHeader.IPV6_TYPE;
    }

    /// Whether it goes from the lower address to the higher: one of two directions.
    boolean isForward() {
        return Integer.compareUnsigned(number(source), number(destination)) < 0;
    }

    /// A number that stands for an address: all of IPv4, all of IPv6 mixed.
    static int number(byte[] address) {
        int number = 0;
        for (int i = 0; i < address.length; i += Integer.BYTES) {
            int word = (address[i] & 0xff) << 24 | (address[i + 1] & 0xff) << 16 | (address[i + 2] & 0xff) << 8
                    | (address[i + 3] & 0xff);
            number = number * FNV_PRIME ^ word;
        }
        return number;
    }
}
