package org.sipsleuth.bench;

import java.util.Arrays;
import org.sipsleuth.bench.capture.Packets;

/// How a SIP message, or sound, is packed into frames.
public enum FrameShape {
    /// UDP in IPv4 in Ethernet.
    UDP,
    /// UDP in IPv4 in GRE in IPv4, with a tag of 802.1Q.
    VLAN_GRE,
    /// A connection of two segments, a half of the message in each.
    TCP,
    /// RTP with 160 bytes of sound, in UDP in IPv4.
    RTP;

    /// Where the sequence number of a TCP segment lies.
    static final int TCP_SEQUENCE_AT = 14 + 20 + 4;

    /// Where its data begins.
    static final int TCP_DATA_AT = 14 + 20 + 20;

    private static final int SIP_PORT = 5060;
    private static final int MEDIA_PORT = 30_000;
    private static final int SOURCES = 0x0a010000;
    private static final int DESTINATION = 0x0a000001;

    /// A frame.
    ///
    /// @param number two frames, from an even number on, belong to one connection
    byte[] frame(int number, byte[] message) {
        int source = SOURCES + number / 2;
        return switch (this) {
            case UDP -> {
                byte[] datagram = Packets.udp(SIP_PORT, SIP_PORT, message);
                yield Packets.ethernet(Packets.IPV4, ip(source, Packets.UDP, datagram));
            }
            case VLAN_GRE -> {
                byte[] datagram = Packets.udp(SIP_PORT, SIP_PORT, message);
                byte[] inner = Packets.gre(Packets.IPV4, ip(source, Packets.UDP, datagram));
                yield Packets.vlan(1, Packets.IPV4, ip(SOURCES, Packets.GRE, inner));
            }
            case TCP -> {
                byte[] segment = Packets.tcp(SIP_PORT, SIP_PORT, 0, half(number, message));
                yield Packets.ethernet(Packets.IPV4, ip(source, Packets.TCP, segment));
            }
            case RTP -> {
                byte[] sound = Packets.rtp(number, source);
                byte[] datagram = Packets.udp(MEDIA_PORT, MEDIA_PORT + 2, sound);
                yield Packets.ethernet(Packets.IPV4, ip(source, Packets.UDP, datagram));
            }
        };
    }

    private static byte[] ip(int source, int protocol, byte[] payload) {
        return Packets.ipv4(source, DESTINATION, protocol, payload);
    }

    private static byte[] half(int number, byte[] message) {
        int middle = message.length / 2;
        return number % 2 == 0
                ? Arrays.copyOf(message, middle)
                : Arrays.copyOfRange(message, middle, message.length);
    }
}
