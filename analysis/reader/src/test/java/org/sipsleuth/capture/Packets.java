package org.sipsleuth.capture;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Builds packets layer by layer, for tests.
public final class Packets {

    private Packets() {}

    /// A UDP datagram.
    public static byte[] udp(int sourcePort, int destinationPort, byte[] payload) {
        return ByteBuffer.allocate(8 + payload.length)
                .putShort((short) sourcePort)
                .putShort((short) destinationPort)
                .putShort((short) (8 + payload.length))
                .putShort((short) 0)
                .put(payload)
                .array();
    }

    /// A TCP segment without options.
    public static byte[] tcp(int sourcePort, int destinationPort, int sequence, int flags, byte[] payload) {
        return tcp(sourcePort, destinationPort, sequence, 0, flags, payload);
    }

    /// A TCP segment with an acknowledgment.
    public static byte[] tcp(int sourcePort, int destinationPort, int sequence, int ack, int flags, byte[] payload) {
        return ByteBuffer.allocate(20 + payload.length)
                .putShort((short) sourcePort)
                .putShort((short) destinationPort)
                .putInt(sequence)
                .putInt(ack)
                .put((byte) 0x50)
                .put((byte) flags)
                .put(new byte[6])
                .put(payload)
                .array();
    }

    /// An IPv4 packet.
    public static byte[] ipv4(String source, String destination, int protocol, byte[] payload) {
        return ByteBuffer.allocate(20 + payload.length)
                .put((byte) 0x45)
                .put((byte) 0)
                .putShort((short) (20 + payload.length))
                .putInt(0)
                .put((byte) 64)
                .put((byte) protocol)
                .putShort((short) 0)
                .put(address(source))
                .put(address(destination))
                .put(payload)
                .array();
    }

    /// An IPv6 packet.
    public static byte[] ipv6(String source, String destination, int nextHeader, byte[] payload) {
        return ByteBuffer.allocate(40 + payload.length)
                .putInt(0x60000000)
                .putShort((short) payload.length)
                .put((byte) nextHeader)
                .put((byte) 64)
                .put(address(source))
                .put(address(destination))
                .put(payload)
                .array();
    }

    /// An Ethernet frame.
    public static byte[] ethernet(int type, byte[] payload) {
        return ByteBuffer.allocate(14 + payload.length).put(new byte[12]).putShort((short) type).put(payload).array();
    }

    /// The usual: UDP in IPv4 or IPv6 in Ethernet, both ports 5060.
    public static byte[] sip(String source, String destination, String message) {
        byte[] datagram = udp(5060, 5060, message.getBytes(StandardCharsets.ISO_8859_1));
        return source.indexOf(':') < 0 ? ethernet(0x0800, ipv4(source, destination, 17, datagram))
                : ethernet(0x86dd, ipv6(source, destination, 17, datagram));
    }

    /// Some bytes, then others.
    public static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }

    private static byte[] address(String text) {
        try {
            return InetAddress.getByName(text).getAddress(); // a literal: nothing is looked up
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
