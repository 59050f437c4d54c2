package org.sipsleuth.encapsulation;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cuts IP packets into fragments (RFC 791 §3.2, RFC 8200 §4.5), also fragments of IPv4 again.
final class IpFragments {

    static final int UNIT_BYTES = 8;

    private static final int IPV4_HEADER_BYTES = 20;
    private static final int IPV6_HEADER_BYTES = 40;
    private static final int MORE = 0x2000;
    private static final int OFFSET = 0x1fff;
    private static final int NEXT_HEADER_AT = 6;
    private static final byte FRAGMENT_HEADER = 44;

    private IpFragments() {}

    /// The packets in fragments, each packet with an identification of its own.
    ///
    /// @param delivery cuts at multiples of eight bytes
    static List<Sent> cut(List<Sent> packets, Delivery delivery) {
        return cut(packets, delivery, 0x4475);
    }

    /// @param first what the identifications begin with, for packets that are cut again
    static List<Sent> cut(List<Sent> packets, Delivery delivery, int first) {
        List<Sent> cut = new ArrayList<>();
        int identification = first;
        for (Sent packet : packets) {
            byte[] bytes = packet.bytes();
            boolean ipv6 = bytes[0] >> 4 == 6;
            int header = ipv6 ? IPV6_HEADER_BYTES : IPV4_HEADER_BYTES;
            int data = bytes.length - header;
            identification++;
            for (Delivery.Piece piece : delivery.of(data)) {
                byte[] fragment = ipv6 ? ipv6(bytes, piece, identification) : ipv4(bytes, piece, identification);
                boolean whole = piece.completes(data);
                cut.add(new Sent(fragment, whole ? packet.whole() : 0));
                if (whole) {
                    break; // one that came later would begin another packet
                }
            }
        }
        return cut;
    }

    private static byte[] ipv4(byte[] whole, Delivery.Piece piece, int identification) {
        int length = piece.to() - piece.from();
        ByteBuffer packet = ByteBuffer.allocate(IPV4_HEADER_BYTES + length);
        packet.put(whole, 0, IPV4_HEADER_BYTES);
        packet.put(whole, IPV4_HEADER_BYTES + piece.from(), length);
        int before = packet.getShort(6);
        boolean last = piece.to() == whole.length - IPV4_HEADER_BYTES;
        int offset = (before & OFFSET) + piece.from() / UNIT_BYTES;
        packet.putShort(2, (short) packet.capacity());
        packet.putShort(6, (short) ((last ? before & MORE : MORE) | offset));
        if ((before & (MORE | OFFSET)) == 0) {
            packet.putShort(4, (short) identification);
        }
        return packet.array();
    }

    private static byte[] ipv6(byte[] whole, Delivery.Piece piece, int identification) {
        byte[] data = Arrays.copyOfRange(whole, IPV6_HEADER_BYTES + piece.from(), IPV6_HEADER_BYTES + piece.to());
        boolean last = piece.to() == whole.length - IPV6_HEADER_BYTES;
        ByteBuffer packet = ByteBuffer.allocate(IPV6_HEADER_BYTES + UNIT_BYTES + data.length);
        packet.put(whole, 0, IPV6_HEADER_BYTES)
                .put(whole[NEXT_HEADER_AT])
                .put((byte) 0)
                .putShort((short) (piece.from() | (last ? 0 : 1)))
                .putInt(identification)
                .put(data)
                .putShort(4, (short) (UNIT_BYTES + data.length))
                .put(NEXT_HEADER_AT, FRAGMENT_HEADER);
        return packet.array();
    }
}
