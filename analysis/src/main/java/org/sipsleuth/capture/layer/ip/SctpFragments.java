package org.sipsleuth.capture.layer.ip;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.packet.Packet;

/// Joins the messages that SCTP sends in several chunks (RFC 9260 §6.9), in whatever order these
/// come: their numbers follow one another. Of too many the oldest are forgotten.
final class SctpFragments {

    private static final int LAST = 1;
    private static final int FIRST = 1 << 1;
    private static final int MOST_FRAGMENTS = 4_096;
    private static final int MOST_OF_A_MESSAGE = 256;

    /// What fragments that were put together in memory may take there.
    private static final int MOST_BYTES = 1 << 24;

    /// Comparable, so that keys made to have the same hash do not slow the table down.
    private record Key(
            long fromHigh, long fromLow, long toHigh, long toLow, long portsAndTag, int number)
            implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparingLong(Key::fromHigh)
                        .thenComparingLong(Key::fromLow)
                        .thenComparingLong(Key::toHigh)
                        .thenComparingLong(Key::toLow)
                        .thenComparingLong(Key::portsAndTag)
                        .thenComparingInt(Key::number);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }

        static Key of(Arrival arrival, int tag, int number) {
            int ports = arrival.sourcePort() << Short.SIZE | arrival.destinationPort();
            return new Key(
                    arrival.sourceHigh(),
                    arrival.sourceLow(),
                    arrival.destinationHigh(),
                    arrival.destinationLow(),
                    (long) ports << Integer.SIZE | Integer.toUnsignedLong(tag),
                    number);
        }

        Key next(int distance) {
            return new Key(fromHigh, fromLow, toHigh, toLow, portsAndTag, number + distance);
        }
    }

    private record Fragment(
            int flags,
            MemorySegment bytes,
            long offset,
            int length,
            Provenance origin,
            List<FrameNumber> frames) {

        int copiedBytes() {
            return bytes.isNative() ? 0 : length;
        }
    }

    private final Map<Key, Fragment> fragments = new LinkedHashMap<>();
    private int copiedBytes;

    /// Takes the data of a chunk.
    ///
    /// @param number its transmission sequence number
    /// @return whether its message is whole; the packet then stands at the message
    boolean join(Packet packet, int tag, int number, int flags) {
        if ((flags & FIRST) != 0 && (flags & LAST) != 0) {
            return true;
        }
        Key key = Key.of(packet.arrival(), tag, number);
        if (!fragments.containsKey(key)) {
            keep(key, flags, packet);
        }
        ArrayDeque<Key> whole = whole(key);
        if (whole == null) {
            return false;
        }
        join(packet, whole);
        return true;
    }

    private void keep(Key key, int flags, Packet packet) {
        MemorySegment bytes = packet.bytes();
        long offset = packet.payloadOffset();
        int length = packet.payloadBytes();
        if (!packet.isContiguous()) {
            bytes = MemorySegment.ofArray(packet.copy());
            offset = 0;
        }
        Fragment kept =
                new Fragment(flags, bytes, offset, length, packet.provenance(), packet.frames());
        fragments.put(key, kept);
        copiedBytes += kept.copiedBytes();
        while (fragments.size() > MOST_FRAGMENTS || copiedBytes > MOST_BYTES) {
            remove(fragments.keySet().iterator().next());
        }
    }

    private Fragment remove(Key key) {
        Fragment removed = Objects.requireNonNull(fragments.remove(key));
        copiedBytes -= removed.copiedBytes();
        return removed;
    }

    /// The fragments of the message that one belongs to, in order; null if some are missing.
    private @Nullable ArrayDeque<Key> whole(Key key) {
        ArrayDeque<Key> keys = new ArrayDeque<>();
        Key at = key;
        Fragment fragment = fragments.get(at);
        while (fragment != null && keys.size() < MOST_OF_A_MESSAGE) {
            keys.addFirst(at);
            if ((fragment.flags() & FIRST) != 0) {
                return toLast(keys, key);
            }
            at = at.next(-1);
            fragment = fragments.get(at);
        }
        return null;
    }

    private @Nullable ArrayDeque<Key> toLast(ArrayDeque<Key> keys, Key from) {
        Key at = from;
        Fragment fragment = fragments.get(at);
        while (fragment != null && keys.size() < MOST_OF_A_MESSAGE) {
            if ((fragment.flags() & LAST) != 0) {
                return keys;
            }
            at = at.next(1);
            fragment = fragments.get(at);
            keys.addLast(at);
        }
        return null;
    }

    private void join(Packet packet, ArrayDeque<Key> keys) {
        var parts = keys.stream().map(this::remove).toList();
        byte[] bytes = new byte[parts.stream().mapToInt(Fragment::length).sum()];
        int at = 0;
        for (Fragment part : parts) {
            MemorySegment.copy(
                    part.bytes(), ValueLayout.JAVA_BYTE, part.offset(), bytes, at, part.length());
            at += part.length();
        }
        packet.continueWith(
                bytes,
                Provenance.join(parts.stream().map(Fragment::origin).toList()),
                parts.stream().flatMap(part -> part.frames().stream()).toList());
    }
}
