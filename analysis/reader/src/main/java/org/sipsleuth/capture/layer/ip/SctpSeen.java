package org.sipsleuth.capture.layer.ip;

import java.lang.foreign.MemorySegment;
import java.util.Comparator;
import java.util.Map;
import org.sipsleuth.capture.LatestEntries;
import org.sipsleuth.capture.packet.Packet;

/// The latest DATA chunks, to detect those that are retransmitted (RFC 9260 §6.3.3), or were
/// captured twice: same association, same number, same bytes.
///
/// Chunks of packets reassembled in memory are not remembered, nor those without a
/// verification tag: programs that write text as SCTP give all of them the same numbers.
final class SctpSeen {

    private static final int MOST_CHUNKS = 4_096;

    /// Comparable, so that keys made to have the same hash do not slow the table down.
    private record Place(long portsAndTag, int number) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparingLong(Place::portsAndTag).thenComparingInt(Place::number);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private record Data(MemorySegment bytes, long offset, int length) {

        boolean isSame(Data other) {
            return length == other.length && MemorySegment.mismatch(bytes, offset, offset + length, other.bytes,
                    other.offset, other.offset + length) < 0;
        }
    }

    private final Map<Place, Data> seen = LatestEntries.lastPut(MOST_CHUNKS);

    /// Whether a chunk was seen before; if not, it is from now on.
    ///
    /// @param data stands at what the chunk holds
    /// @param tag the verification tag
    /// @param number the transmission sequence number
    boolean add(Packet data, int tag, int number) {
        if (tag == 0 || !data.isContiguous()) {
            return false;
        }
        int ports = data.arrival().sourcePort() << Short.SIZE | data.arrival().destinationPort();
        long association = (long) ports << Integer.SIZE | Integer.toUnsignedLong(tag);
        Data its = new Data(data.bytes(), data.payloadOffset(), data.payloadBytes());
        Data before = seen.put(new Place(association, number), its);
        return before != null && before.isSame(its);
    }
}
