package org.sipsleuth.capture;

import java.util.List;

/// When and between whom something was captured. Filled again for every frame; a stream keeps
/// copies.
public final class Arrival {

    private int frame;
    private long capturedAtNanos;
    private long sourceHigh;
    private long sourceLow;
    private int sourcePort;
    private long destinationHigh;
    private long destinationLow;
    private int destinationPort;
    private Transport transport = Transport.UDP;
    private List<String> layers = List.of();
    private boolean overlap;
    private long headers;

    /// Copies another one.
    public void copy(Arrival other) {
        frame = other.frame;
        capturedAtNanos = other.capturedAtNanos;
        sourceHigh = other.sourceHigh;
        sourceLow = other.sourceLow;
        sourcePort = other.sourcePort;
        destinationHigh = other.destinationHigh;
        destinationLow = other.destinationLow;
        destinationPort = other.destinationPort;
        transport = other.transport;
        layers = other.layers;
        overlap = other.overlap;
        headers = other.headers;
    }

    /// Starts with a frame.
    public void at(int itsFrame, long itsNanos) {
        frame = itsFrame;
        capturedAtNanos = itsNanos;
        overlap = false;
        headers = 0;
    }

    /// Gives its frame the number in its capture, where only that in its file was known.
    public void numbered(int itsFrame) {
        frame = itsFrame;
    }

    /// Sets the other fields of the IP header, from the lowest bits on: 16 of the
    /// length of UDP, 16 of that of IP, 16 of the identification, 8 of the service, 8 of the hops
    /// left. That of IPv6 has no identification.
    public void withIp(int hops, int service, int identification, int octets) {
        headers = (long) hops << 56 | (long) service << 48 | (long) identification << 32;
        headers |= (long) octets << 16;
    }

    /// Says all of that at once.
    public void withHeaders(long all) {
        headers = all;
    }

    /// Records the length of the datagram in its UDP header.
    public void withUdp(int octets) {
        headers |= octets;
    }

    /// The values of the headers, packed as in [#withIp]; 0 if there are none.
    public long headers() {
        return headers;
    }

    /// Sets the source. An IPv4 address is mapped to `::ffff:a.b.c.d`.
    public void from(long high, long low) {
        sourceHigh = high;
        sourceLow = low;
    }

    /// Says where it goes to.
    public void to(long high, long low) {
        destinationHigh = high;
        destinationLow = low;
    }

    /// Sets the ports and the transport.
    public void over(Transport carrier, int fromPort, int toPort) {
        transport = carrier;
        sourcePort = fromPort;
        destinationPort = toPort;
    }

    /// Sets its encapsulation, the outermost layer first. Equal stacks should be the same list.
    public void through(List<String> names) {
        layers = names;
    }

    /// Records that the segments or fragments it was reassembled from overlap with different bytes.
    public void markOverlap() {
        overlap = true;
    }

    /// The number of the frame in its capture, from 1; goes on from file to file where the capture
    /// lies in several.
    public int frame() {
        return frame;
    }

    /// When the frame was captured, in ns since the epoch.
    public long capturedAtNanos() {
        return capturedAtNanos;
    }

    /// The upper half of the source address as IPv6.
    public long sourceHigh() {
        return sourceHigh;
    }

    /// The lower half of the source address.
    public long sourceLow() {
        return sourceLow;
    }

    /// The source port.
    public int sourcePort() {
        return sourcePort;
    }

    /// The upper half of the destination address.
    public long destinationHigh() {
        return destinationHigh;
    }

    /// The lower half of the destination address.
    public long destinationLow() {
        return destinationLow;
    }

    /// The destination port.
    public int destinationPort() {
        return destinationPort;
    }

    /// What carried it.
    public Transport transport() {
        return transport;
    }

    /// The layers it came through, the outermost first.
    public List<String> layers() {
        return layers;
    }

    /// Whether the pieces it was reassembled from overlapped with different bytes.
    public boolean hasOverlap() {
        return overlap;
    }
}
