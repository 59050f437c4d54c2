package org.sipsleuth.capture.layer.ip;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.account.FrameAccounting;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Packet;

/// Joins the messages that SCTP sends in several chunks (RFC 9260 §6.9, RFC 8260 §2.2.3), in
/// whatever order these come: their numbers follow one another. Of too many the oldest are given
/// up.
///
/// One that was not captured whole ends its message: what comes behind it is not moved up. One that
/// comes again with other bytes does not count; the message is marked.
final class SctpFragments {

    private static final int MOST_FRAGMENTS = 4_096;
    private static final int MOST_OF_A_MESSAGE = 256;

    /// Memory limit of reassembled fragments.
    private static final int MOST_BYTES = 1 << 24;

    /// Where a fragment belongs. An association has several addresses, between which a message may
    /// change (RFC 9260 §6.4): ports and tag identify it. Where there is no tag, the addresses
    /// must.
    ///
    /// Comparable, so that keys made to have the same hash do not slow the table down.
    private record Key(long portsAndTag, long message, long fromHigh, long fromLow, long toHigh, long toLow, int number)
            implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparingLong(Key::portsAndTag)
                .thenComparingLong(Key::message)
                .thenComparingLong(Key::fromHigh)
                .thenComparingLong(Key::fromLow)
                .thenComparingLong(Key::toHigh)
                .thenComparingLong(Key::toLow)
                .thenComparingInt(Key::number);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }

        static Key of(Arrival arrival, int tag, SctpChunk chunk) {
            int ports = arrival.sourcePort() << Short.SIZE | arrival.destinationPort();
            long kind = (chunk.isInterleaved() ? 2 : 0) | (chunk.isUnordered() ? 1 : 0);
            long stream = kind << Short.SIZE | chunk.stream();
            boolean hasTag = tag != 0;
            return new Key((long) ports << Integer.SIZE | Integer.toUnsignedLong(tag),
                    stream << Integer.SIZE | Integer.toUnsignedLong(chunk.sequence()),
                    hasTag ? 0 : arrival.sourceHigh(), hasTag ? 0 : arrival.sourceLow(),
                    hasTag ? 0 : arrival.destinationHigh(), hasTag ? 0 : arrival.destinationLow(), chunk.number());
        }

        Key next(int distance) {
            return new Key(portsAndTag, message, fromHigh, fromLow, toHigh, toLow, number + distance);
        }
    }

    private static final class Fragment {
        final Key key;
        final SctpChunk chunk;
        final MemorySegment bytes;
        final long offset;
        final int length;
        final boolean isCut;
        final Provenance origin;
        final List<FrameNumber> frames;
        final FrameAccounting.Pending pending = new FrameAccounting.Pending();
        boolean overlaps;

        Fragment(Key key, SctpChunk chunk, Packet packet) {
            this.key = key;
            this.chunk = chunk;
            boolean inFile = packet.isContiguous();
            bytes = inFile ? packet.bytes() : MemorySegment.ofArray(packet.copy());
            offset = inFile ? packet.payloadOffset() : 0;
            length = packet.payloadBytes();
            isCut = packet.cutBytes() > 0;
            origin = packet.provenance();
            frames = packet.frames();
        }

        /// Whether nothing can be joined behind it.
        boolean ends() {
            return chunk.isLast() || isCut;
        }

        int copiedBytes() {
            return bytes.isNative() ? 0 : length;
        }

        /// Whether a chunk of the same place says something else.
        boolean differs(SctpChunk other, Packet packet) {
            int common = Math.min(length, packet.payloadBytes());
            boolean isShorter = length != packet.payloadBytes() && !isCut && packet.cutBytes() == 0;
            return isShorter || other.place() != chunk.place() || MemorySegment.mismatch(bytes, offset, offset + common,
                    packet.bytes(), packet.payloadOffset(), packet.payloadOffset() + common) >= 0;
        }
    }

    private final FrameAccounting account;
    private final Map<Key, Fragment> fragments = new LinkedHashMap<>();
    private final List<Fragment> ofThisFrame = new ArrayList<>();
    private int copiedBytes;

    SctpFragments(FrameAccounting account) {
        this.account = account;
    }

    /// Adds the data of a chunk that is not a whole message.
    ///
    /// @return whether its message is whole, or as far as it was captured; the packet then stands
    ///     at it
    boolean join(Packet packet, int tag, SctpChunk chunk) {
        Key key = Key.of(packet.arrival(), tag, chunk);
        Fragment fragment = fragments.get(key);
        if (fragment == null) {
            fragment = new Fragment(key, chunk, packet);
            keep(fragment);
        } else {
            fragment.overlaps |= fragment.differs(chunk, packet);
        }
        ofThisFrame.add(fragment);
        ArrayDeque<Fragment> run = run(fragment);
        if (run.getFirst().chunk.isFirst() && run.getLast().ends()) {
            join(packet, run);
            return true;
        }
        if (run.size() == MOST_OF_A_MESSAGE) {
            giveUp(run, UnreadReason.SCTP_TOO_MANY);
        }
        return false;
    }

    private void keep(Fragment fragment) {
        fragments.put(fragment.key, fragment);
        copiedBytes += fragment.copiedBytes();
        while (fragments.size() > MOST_FRAGMENTS || copiedBytes > MOST_BYTES) {
            giveUp(List.of(fragments.values().iterator().next()), UnreadReason.SCTP_TOO_MANY);
        }
    }

    /// The fragments of the message that one belongs to, around it as far as there are no gaps.
    private ArrayDeque<Fragment> run(Fragment fragment) {
        ArrayDeque<Fragment> run = new ArrayDeque<>(List.of(fragment));
        Fragment next = before(fragment);
        while (next != null && run.size() < MOST_OF_A_MESSAGE) {
            run.addFirst(next);
            next = before(next);
        }
        next = after(fragment);
        while (next != null && run.size() < MOST_OF_A_MESSAGE) {
            run.addLast(next);
            next = after(next);
        }
        return run;
    }

    private @Nullable Fragment before(Fragment fragment) {
        Fragment before = fragment.chunk.isFirst() ? null : fragments.get(fragment.key.next(-1));
        return before == null || before.ends() ? null : before;
    }

    private @Nullable Fragment after(Fragment fragment) {
        Fragment after = fragment.ends() ? null : fragments.get(fragment.key.next(1));
        return after == null || after.chunk.isFirst() ? null : after;
    }

    private void join(Packet packet, Collection<Fragment> parts) {
        byte[] bytes = new byte[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        boolean isCut = false;
        for (Fragment part : parts) {
            MemorySegment.copy(part.bytes, ValueLayout.JAVA_BYTE, part.offset, bytes, at, part.length);
            at += part.length;
            isCut |= part.isCut;
            if (part.overlaps) {
                packet.arrival().markOverlap();
            }
        }
        packet.continueWith(bytes, Provenance.join(parts.stream().map(part -> part.origin).toList()),
                parts.stream().flatMap(part -> part.frames.stream()).toList());
        if (isCut) {
            packet.keep(bytes.length + 1L); // how much is missing is not known
        }
        giveUp(parts, isCut ? UnreadReason.SCTP_CUT : UnreadReason.SCTP_FRAGMENT_JOINED);
    }

    /// Discards fragments, and reports why their frames yielded nothing.
    private void giveUp(Collection<Fragment> given, UnreadReason reason) {
        for (Fragment fragment : given) {
            fragments.remove(fragment.key);
            copiedBytes -= fragment.copiedBytes();
            account.count(reason, fragment.pending);
        }
    }

    /// Ends a frame: what becomes of it is left to the first fragment of it that still waits.
    ///
    /// @param gave whether it gave a message, so that nothing is left
    /// @return whether one waits
    boolean leave(int frame, boolean gave) {
        Fragment waiting = null;
        for (Fragment fragment : ofThisFrame) {
            if (waiting == null && fragments.get(fragment.key) == fragment) {
                waiting = fragment;
            }
        }
        ofThisFrame.clear();
        if (waiting != null && !gave) {
            account.leave(waiting.pending, frame);
        }
        return waiting != null;
    }

    /// Gives up all that still waits.
    void finish() {
        giveUp(List.copyOf(fragments.values()), UnreadReason.SCTP_FRAGMENT);
    }
}
