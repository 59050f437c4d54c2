package org.sipsleuth.capture.packet;

import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.capture.Provenance;

/// Further packets of a frame that are still to be decoded, such as those of an aggregated 802.11
/// frame (A-MSDU). First in, first out.
final class PendingPackets {

    /// More than the largest 802.11 frame holds. The limit bounds the cost of a hostile frame that
    /// consists of tiny packets.
    private static final int LIMIT = 1_024;

    /// A packet to be decoded later.
    ///
    /// @param layer the layer that reads it
    /// @param stack the layers around it
    /// @param origin where the bytes come from; null if they are the capture itself
    /// @param earlier the other frames that its bytes were reassembled from
    record Pending(Layer layer, ProtocolStack stack, MemorySegment bytes, long from, long to,
            @Nullable Provenance origin, List<FrameNumber> earlier) {}

    private final ArrayDeque<Pending> packets = new ArrayDeque<>(0);

    /// Adds a packet; after the first 1,024 of a frame it is dropped.
    void add(Pending packet) {
        if (packets.size() < LIMIT) {
            packets.add(packet);
        }
    }

    boolean isEmpty() {
        return packets.isEmpty();
    }

    /// Removes and returns the next packet; null if there is none.
    @Nullable
    Pending next() {
        return packets.poll();
    }

    void clear() {
        packets.clear();
    }
}
