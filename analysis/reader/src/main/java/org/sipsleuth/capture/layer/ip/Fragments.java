package org.sipsleuth.capture.layer.ip;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.capture.LatestEntries;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.account.FrameAccounting;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.fault.IncompletePacket;
import org.sipsleuth.capture.fault.QuotedPacket;
import org.sipsleuth.capture.packet.Packet;

/// Puts IP fragments together (RFC 791, RFC 8200 §4.5), in whatever order they come.
///
/// Where fragments overlap, the bytes of the one that came first count; the packet is marked. One
/// that contradicts where the packet ends is left out, and marks it too. What is not complete after
/// a minute of the capture's time, or when too much waits, is given up.
///
/// Of a packet with a truncated fragment, the bytes before that gap are passed on, as of an
/// unfragmented packet: no later bytes are moved up to close the gap.
public final class Fragments {

    /// Nothing yet.
    static final int NOT_WHOLE = -1;

    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final int MOST_PACKETS = 4_096;
    private static final long MOST_BYTES = 32L << 20;

    /// What a part costs besides its bytes; so that a flood of tiny ones is bounded, too.
    private static final int PART_BYTES = 256;

    private static final int FRAME_BYTES = 32;

    private static final int UDP = 17;
    private static final int UDP_HEADER_BYTES = 8;

    private static final int LARGEST_PACKET_BYTES = 65_535;

    /// Comparable, so that keys made to have the same hash do not slow the table down.
    private record Key(long sourceHigh, long sourceLow, long destinationHigh, long destinationLow, long id)
            implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparingLong(Key::sourceHigh)
                .thenComparingLong(Key::sourceLow)
                .thenComparingLong(Key::destinationHigh)
                .thenComparingLong(Key::destinationLow)
                .thenComparingLong(Key::id);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }

        static Key of(Arrival arrival, long id) {
            return new Key(arrival.sourceHigh(), arrival.sourceLow(), arrival.destinationHigh(),
                    arrival.destinationLow(), id);
        }
    }

    private record Part(int from, MemorySegment bytes, long offset, int length, boolean isCut, Provenance origin,
            List<FrameNumber> frames) {

        int cost() {
            return PART_BYTES + length + FRAME_BYTES * frames.size();
        }

        int to() {
            return from + length;
        }
    }

    private static final class Waiting {
        final long sinceNanos;
        final TreeMap<Integer, Part> parts = new TreeMap<>();
        final FrameAccounting.Pending frames = new FrameAccounting.Pending();

        /// The end of the data without a gap.
        int reached;

        /// Whether what lies behind that was not captured.
        boolean isCut;

        int cost;

        /// Up to where the headers of the fragments say that there are bytes.
        int promised;

        int total = -1;
        int protocol = NOT_WHOLE;
        boolean overlaps;

        /// Why its frames give nothing if it never becomes whole.
        final UnreadReason inVain;

        Waiting(long sinceNanos, UnreadReason inVain) {
            this.sinceNanos = sinceNanos;
            this.inVain = inVain;
        }

        /// Whether a fragment that ends here fits to where the others say that the packet ends.
        boolean agrees(int to, boolean more) {
            boolean known = total >= 0;
            if (more) {
                return !known || to <= total;
            }
            return known ? to == total : parts.isEmpty() || parts.lastEntry().getValue().to() <= to;
        }

        void put(Part part) {
            parts.put(part.from(), part);
            cost += part.cost();
        }

        /// Moves to the next gap; each part is visited once.
        void reach() {
            for (Part next = parts.get(reached); next != null; next = parts.get(reached)) {
                reached = next.to();
                isCut = next.isCut();
            }
        }

        boolean isWhole() {
            return reached == total;
        }
    }

    private final FrameAccounting account;
    private final Map<Key, Waiting> waiting = new LinkedHashMap<>();
    private long waitingCost;

    /// What is said of fragments that come when their packet was given, so that they wait in vain.
    ///
    /// @param sinceNanos when it was given
    private record Given(UnreadReason later, long sinceNanos) {}

    private final Map<Key, Given> given = LatestEntries.lastPut(MOST_PACKETS);

    public Fragments(FrameAccounting account) {
        this.account = account;
    }

    /// Adds a fragment; the packet is positioned at its data.
    ///
    /// @param protocol what the fragment says that the whole holds; that of the first one counts
    ///     (RFC 8200 §4.5)
    /// @param id the identification, with all else that it depends on
    /// @param from where its data belongs in the whole
    /// @param more whether it is not the last
    /// @return what the packet holds if it is whole now, or as far as it was captured, so that it
    ///     stands at the whole's data; or [#NOT_WHOLE]
    int join(Packet packet, int protocol, long id, int from, boolean more) {
        int captured = packet.payloadBytes();
        long to = from + (long) captured + packet.cutBytes();
        if (to == from || to > LARGEST_PACKET_BYTES) {
            packet.unread(UnreadReason.BAD_FRAGMENT);
            return NOT_WHOLE;
        }
        if (captured == 0) {
            packet.unread(UnreadReason.FRAGMENT_CUT);
            return NOT_WHOLE;
        }
        giveUpOld(packet.arrival().capturedAtNanos());
        Key key = Key.of(packet.arrival(), id);
        Waiting whole = waiting.computeIfAbsent(key, _ -> begin(key, packet.arrival().capturedAtNanos()));
        if (!whole.agrees((int) to, more)) {
            whole.overlaps = true;
            packet.unread(UnreadReason.BAD_FRAGMENT);
            return NOT_WHOLE;
        }
        if (from == 0 && whole.protocol == NOT_WHOLE) {
            whole.protocol = protocol;
        }
        if (!more) {
            whole.total = (int) to;
        }
        whole.promised = Math.max(whole.promised, (int) to);
        add(whole, packet, from, from + captured);
        whole.reach();
        if (!whole.isWhole() && !whole.isCut) {
            account.leave(whole.frames, packet.arrival().frame());
            packet.waiting();
            return NOT_WHOLE;
        }
        waiting.remove(key);
        waitingCost -= whole.cost;
        complete(whole, packet);
        UnreadReason later = whole.isWhole() ? UnreadReason.FRAGMENT_REPEATED : UnreadReason.FRAGMENT_CUT;
        given.put(key, new Given(later, packet.arrival().capturedAtNanos()));
        return whole.protocol;
    }

    private Waiting begin(Key key, long nowNanos) {
        Given before = given.get(key);
        if (before == null || nowNanos - before.sinceNanos > PATIENCE_NANOS) {
            return new Waiting(nowNanos, UnreadReason.FRAGMENT);
        }
        return new Waiting(nowNanos, before.later);
    }

    /// Adds what no earlier fragment covers.
    private void add(Waiting whole, Packet packet, int from, int to) {
        int at = from;
        List<Part> fresh = new ArrayList<>();
        Map.Entry<Integer, Part> before = whole.parts.lowerEntry(from);
        int first = before == null ? from : before.getKey();
        for (Part part : whole.parts.subMap(first, to).values()) {
            if (part.to() <= at) {
                continue;
            }
            whole.overlaps |= differs(part, packet, from, to);
            if (part.from() > at) {
                fresh.add(part(packet, from, at, part.from()));
            }
            at = part.to();
        }
        if (at < to) {
            fresh.add(part(packet, from, at, to));
        }
        for (Part part : fresh) {
            whole.put(part);
            waitingCost += part.cost();
        }
    }

    /// Whether a part has other bytes than the packet where they overlap.
    private static boolean differs(Part part, Packet packet, int from, int to) {
        int first = Math.max(part.from(), from);
        int last = Math.min(part.to(), to);
        long mine = packet.payloadOffset() + first - from;
        long theirs = part.offset() + first - part.from();
        return MemorySegment.mismatch(part.bytes(), theirs, theirs + last - first, packet.bytes(), mine,
                mine + last - first) >= 0;
    }

    private static Part part(Packet packet, int fragmentFrom, int from, int to) {
        int skipped = from - fragmentFrom;
        int length = to - from;
        boolean isCut = skipped + length == packet.payloadBytes() && packet.cutBytes() > 0;
        Provenance origin = packet.provenance().slice(skipped, skipped + length);
        long offset = packet.payloadOffset() + skipped;
        if (packet.isContiguous()) {
            return new Part(from, packet.bytes(), offset, length, isCut, origin, packet.frames());
        }
        byte[] copy = packet.bytes().asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE);
        MemorySegment kept = MemorySegment.ofArray(copy);
        return new Part(from, kept, 0, length, isCut, origin, packet.frames());
    }

    private void complete(Waiting whole, Packet packet) {
        var parts = whole.parts.headMap(whole.reached).values();
        byte[] bytes = new byte[whole.reached];
        for (Part part : parts) {
            MemorySegment.copy(part.bytes(), ValueLayout.JAVA_BYTE, part.offset(), bytes, part.from(), part.length());
        }
        packet.continueWith(bytes, Provenance.join(parts.stream().map(Part::origin).toList()),
                parts.stream().flatMap(part -> part.frames().stream()).toList());
        if (whole.overlaps) {
            packet.arrival().markOverlap();
        }
        packet.keep(whole.promised); // what was not captured counts as cut off
        account.count(whole.isWhole() ? UnreadReason.FRAGMENT_JOINED : UnreadReason.FRAGMENT_CUT, whole.frames);
    }

    private void giveUpOld(long nowNanos) {
        Iterator<Map.Entry<Key, Waiting>> oldest = waiting.entrySet().iterator();
        while (oldest.hasNext()) {
            Map.Entry<Key, Waiting> next = oldest.next();
            Key key = next.getKey();
            Waiting old = next.getValue();
            boolean patient = nowNanos - old.sinceNanos <= PATIENCE_NANOS;
            if (patient && waiting.size() < MOST_PACKETS && waitingCost < MOST_BYTES) {
                return;
            }
            oldest.remove();
            giveUp(key, old);
        }
    }

    private void giveUp(Key key, Waiting old) {
        waitingCost -= old.cost;
        account.count(old.inVain, old.frames);
        Part first = old.parts.get(0);
        if (first != null && old.protocol == UDP && old.inVain == UnreadReason.FRAGMENT) {
            reportIfSip(key, first);
        }
    }

    /// Records a message whose other fragments never came.
    private void reportIfSip(Key key, Part first) {
        int length = Math.min(first.length() - UDP_HEADER_BYTES, QuotedPacket.MOST_BYTES);
        if (length <= 0) {
            return;
        }
        byte[] bytes = first.bytes().asSlice(first.offset(), UDP_HEADER_BYTES + length).toArray(ValueLayout.JAVA_BYTE);
        String beginning = new String(bytes, UDP_HEADER_BYTES, length, StandardCharsets.ISO_8859_1);
        if (QuotedPacket.beginsLikeSip(beginning)) {
            ByteBuffer ports = ByteBuffer.wrap(bytes);
            Provenance.Piece piece = first.origin().pieces().getFirst();
            account.fault(new IncompletePacket(first.frames().getLast(), piece.capturedAtNanos(),
                    Endpoint.of(key.sourceHigh, key.sourceLow, Short.toUnsignedInt(ports.getShort())),
                    Endpoint.of(key.destinationHigh, key.destinationLow, Short.toUnsignedInt(ports.getShort())),
                    beginning));
        }
    }

    /// Gives up all that still waits.
    public void finish() {
        waiting.forEach(this::giveUp);
        waiting.clear();
    }
}
