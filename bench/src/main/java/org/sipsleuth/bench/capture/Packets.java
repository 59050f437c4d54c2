package org.sipsleuth.bench.capture;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// Builds packets layer by layer. Addresses are IPv4, as numbers.
public final class Packets {

    /// Ethernet type of IPv4.
    public static final int IPV4 = 0x0800;

    /// IP protocol TCP.
    public static final int TCP = 6;

    /// IP protocol UDP.
    public static final int UDP = 17;

    /// IP protocol GRE.
    public static final int GRE = 47;

    private static final int IPV4_BYTES = 20;
    private static final int CHECKSUM_AT = 10;

    private Packets() {}

    /// An Ethernet frame.
    public static byte[] ethernet(int type, byte[] payload) {
        return ByteBuffer.allocate(14 + payload.length)
                .putShort((short) 0x0200)
                .putInt(1)
                .putShort((short) 0x0200)
                .putInt(2)
                .putShort((short) type)
                .put(payload)
                .array();
    }

    /// An Ethernet frame with an 802.1Q tag.
    public static byte[] vlan(int tag, int type, byte[] payload) {
        byte[] tagged =
                ByteBuffer.allocate(4 + payload.length)
                        .putShort((short) tag)
                        .putShort((short) type)
                        .put(payload)
                        .array();
        return ethernet(0x8100, tagged);
    }

    /// An IPv4 packet.
    public static byte[] ipv4(int source, int destination, int protocol, byte[] payload) {
        ByteBuffer packet =
                ByteBuffer.allocate(IPV4_BYTES + payload.length)
                        .putShort((short) 0x4500)
                        .putShort((short) (IPV4_BYTES + payload.length))
                        .putInt(0)
                        .put((byte) 64)
                        .put((byte) protocol)
                        .putShort((short) 0)
                        .putInt(source)
                        .putInt(destination)
                        .put(payload);
        return packet.putShort(CHECKSUM_AT, checksum(packet)).array();
    }

    private static short checksum(ByteBuffer header) {
        int sum = 0;
        for (int at = 0; at < IPV4_BYTES; at += Short.BYTES) {
            sum += Short.toUnsignedInt(header.getShort(at));
        }
        sum = (sum & 0xffff) + (sum >>> 16);
        return (short) ~((sum & 0xffff) + (sum >>> 16));
    }

    /// Generic routing encapsulation without options.
    public static byte[] gre(int type, byte[] payload) {
        return ByteBuffer.allocate(4 + payload.length)
                .putShort((short) 0)
                .putShort((short) type)
                .put(payload)
                .array();
    }

    /// A UDP datagram without checksum.
    public static byte[] udp(int sourcePort, int destinationPort, byte[] payload) {
        return ByteBuffer.allocate(8 + payload.length)
                .putShort((short) sourcePort)
                .putShort((short) destinationPort)
                .putShort((short) (8 + payload.length))
                .putShort((short) 0)
                .put(payload)
                .array();
    }

    /// What a frame holds that is UDP in IPv4 in Ethernet.
    public static byte[] payload(byte[] frame) {
        return Arrays.copyOfRange(frame, 14 + IPV4_BYTES + 8, frame.length);
    }

    /// A TCP segment without options.
    public static byte[] tcp(int sourcePort, int destinationPort, int sequence, byte[] payload) {
        return ByteBuffer.allocate(20 + payload.length)
                .putShort((short) sourcePort)
                .putShort((short) destinationPort)
                .putInt(sequence)
                .putInt(0)
                .putShort((short) 0x5018) // no options; ACK and PSH
                .putShort((short) 0xffff)
                .putInt(0)
                .put(payload)
                .array();
    }

    /// An RTP packet with 20 ms of silence in G.711 µ-law.
    public static byte[] rtp(int number, int source) {
        byte[] packet = new byte[12 + 160];
        Arrays.fill(packet, (byte) 0xff);
        ByteBuffer.wrap(packet)
                .putShort((short) 0x8000)
                .putShort((short) number)
                .putInt(number * 160)
                .putInt(source);
        return packet;
    }
}
