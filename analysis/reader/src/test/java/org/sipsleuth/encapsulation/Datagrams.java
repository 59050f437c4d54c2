package org.sipsleuth.encapsulation;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.encapsulation.Talk.Speaking;

/// The call over UDP, a datagram each, or over SCTP, a packet each.
final class Datagrams {

    private static final int UDP = 17;
    private static final int SCTP = 132;
    private static final int FIRST = 2;
    private static final int LAST = 1;

    private Datagrams() {}

    static List<Sent> udp(Call call, Hosts hosts) {
        return call.said().stream().map(said -> new Sent(udp(said, hosts), 1)).toList();
    }

    private static byte[] udp(Call.Said said, Hosts hosts) {
        boolean byCaller = said.byCaller();
        byte[] datagram = Packets.udp(hosts.port(byCaller), hosts.port(!byCaller), said.bytes());
        return hosts.packet(byCaller, UDP, datagram);
    }

    /// Messages cut into chunks, a packet for each.
    static Speaking sctp(Delivery delivery) {
        return sctp(delivery, false);
    }

    /// The same in I-DATA chunks.
    static Speaking sctpInterleaved(Delivery delivery) {
        return sctp(delivery, true);
    }

    private static Speaking sctp(Delivery delivery, boolean isInterleaved) {
        return (call, hosts) -> {
            List<Sent> sent = new ArrayList<>();
            int[] next = {1_000, 2_000}; // the numbers of the chunks, of the callee and caller
            int message = 0;
            for (Call.Said said : call.said()) {
                int side = said.byCaller() ? 1 : 0;
                byte[] bytes = said.bytes();
                List<Delivery.Piece> pieces = delivery.of(bytes.length);
                List<Integer> starts = pieces.stream().map(Delivery.Piece::from).sorted().distinct().toList();
                for (Delivery.Piece piece : pieces) {
                    int place = starts.indexOf(piece.from());
                    byte[] part = Arrays.copyOfRange(bytes, piece.from(), piece.to());
                    int number = next[side] + place;
                    int flags = flags(place == 0, piece.to() == bytes.length);
                    byte[] chunk = isInterleaved ? interleaved(part, number, message, place, flags)
                            : chunk(part, number, message, flags);
                    sent.add(new Sent(sctp(hosts, said.byCaller(), chunk), piece.completes(bytes.length) ? 1 : 0));
                }
                next[side] += starts.size();
                message++;
            }
            return sent;
        };
    }

    /// All that one side says until the other answers in one packet, a chunk for each message.
    static List<Sent> sctpBundled(Call call, Hosts hosts) {
        List<Sent> sent = new ArrayList<>();
        int number = 1;
        for (List<Call.Said> turn : call.turns()) {
            byte[] chunks = {};
            for (Call.Said said : turn) {
                chunks = Packets.join(chunks, chunk(said.bytes(), number, number++, FIRST | LAST));
            }
            byte[] packet = sctp(hosts, turn.getFirst().byCaller(), chunks);
            sent.add(new Sent(packet, turn.size()));
        }
        return sent;
    }

    private static byte[] sctp(Hosts hosts, boolean byCaller, byte[] chunks) {
        byte[] header = ByteBuffer.allocate(12)
                .putShort((short) hosts.port(byCaller))
                .putShort((short) hosts.port(!byCaller))
                .putInt(hosts.hashCode() ^ (byCaller ? 1 : 0)) // the tag of the association
                .putInt(0)
                .array();
        return hosts.packet(byCaller, SCTP, Packets.join(header, chunks));
    }

    /// A DATA chunk (RFC 9260 §3.3.1).
    private static byte[] chunk(byte[] bytes, int number, int message, int flags) {
        int length = 16 + bytes.length;
        return ByteBuffer.allocate(length + 3 & ~3)
                .put((byte) 0)
                .put((byte) flags)
                .putShort((short) length)
                .putInt(number)
                .putShort((short) 0)
                .putShort((short) message)
                .putInt(0)
                .put(bytes)
                .array();
    }

    /// An I-DATA chunk (RFC 8260 §2.1).
    private static byte[] interleaved(byte[] bytes, int number, int message, int place, int flags) {
        int length = 20 + bytes.length;
        return ByteBuffer.allocate(length + 3 & ~3)
                .put((byte) 64)
                .put((byte) flags)
                .putShort((short) length)
                .putInt(number)
                .putInt(0)
                .putInt(message)
                .putInt(place)
                .put(bytes)
                .array();
    }

    private static int flags(boolean first, boolean last) {
        return (first ? FIRST : 0) | (last ? LAST : 0);
    }
}
