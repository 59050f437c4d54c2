package org.sipsleuth.capture.packet;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.account.UnreadReason;

/// A frame while it is decoded layer by layer: its remaining bytes, the layers so far, and the
/// result. One instance decodes all frames in turn.
public final class Packet {

    /// The result of decoding, after the last layer.
    public enum Outcome {
        PAYLOAD, UNREAD, WAITING
    }

    private int file;
    private int frameInFile;
    private final Arrival arrival = new Arrival();
    private final PacketCursor cursor = new PacketCursor();
    private final PendingPackets pending = new PendingPackets();

    /// The origin of the bytes; null while they are bytes of the capture itself.
    private @Nullable Provenance origin;

    /// The other frames that it was reassembled from.
    private List<FrameNumber> earlier = List.of();

    private ProtocolStack trail = ProtocolStack.NONE;
    private Outcome outcome = Outcome.PAYLOAD;
    private UnreadReason unreadReason = UnreadReason.NOT_SIP;
    private int unreadDetail;

    /// Starts decoding a frame of a file.
    ///
    /// @param number the number of the frame in its capture
    public void start(int itsFile, MemorySegment fileBytes, Frame next, int number) {
        arrival.at(number, next.capturedAtNanos());
        file = itsFile;
        frameInFile = next.number();
        origin = null;
        earlier = List.of();
        long from = next.offset();
        cursor.moveTo(fileBytes, from, from + next.capturedBytes(), next.near());
        outcome = Outcome.PAYLOAD;
        unreadDetail = 0;
        pending.clear();
    }

    /// Ends decoding a frame: its file can be unmapped.
    public void leave() {
        cursor.leave();
    }

    /// Adds another packet of this frame, to be decoded later by `layer`: the `octets` bytes at
    /// distance `at`. After the first 1,024 packets of a frame the others are dropped.
    public void keepPart(Layer layer, long at, long octets) {
        long from = cursor.offset() + at;
        pending.add(new PendingPackets.Pending(layer, trail, cursor.bytes(), from, from + octets, origin, earlier));
    }

    /// Whether packets of this frame are still to be decoded.
    public boolean hasParts() {
        return !pending.isEmpty();
    }

    /// Continues with the next packet of this frame.
    ///
    /// @return the layer that decodes it, or null if there is none
    public @Nullable Layer nextPart() {
        PendingPackets.Pending next = pending.next();
        if (next == null) {
            return null;
        }
        trail = next.stack();
        origin = next.origin();
        earlier = next.earlier();
        cursor.moveTo(next.bytes(), next.from(), next.to());
        outcome = Outcome.PAYLOAD;
        return next.layer();
    }

    /// Continues with bytes that were reassembled from several packets or decoded from this one.
    public void continueWith(byte[] made, Provenance from) {
        cursor.moveTo(made);
        origin = from;
    }

    /// Continues with bytes that were reassembled from this frame and others.
    public void continueWith(byte[] made, Provenance from, List<FrameNumber> frames) {
        continueWith(made, from);
        LinkedHashSet<FrameNumber> all = new LinkedHashSet<>(earlier);
        all.addAll(frames);
        all.remove(frame());
        earlier = List.copyOf(all);
    }

    /// All frames that it was reassembled from, including those that only contributed headers; its
    /// own is the last.
    public List<FrameNumber> frames() {
        if (earlier.isEmpty()) {
            return List.of(frame());
        }
        List<FrameNumber> all = new ArrayList<>(earlier);
        all.add(frame());
        return all;
    }

    private FrameNumber frame() {
        return new FrameNumber(file, frameInFile);
    }

    /// Its time, and its addresses and ports.
    public Arrival arrival() {
        return arrival;
    }

    /// The origin of the remaining bytes.
    public Provenance provenance() {
        return origin == null
                ? Provenance.of(file, payloadOffset(), payloadBytes(), frameInFile, arrival.capturedAtNanos())
                : origin.slice((int) cursor.offset(), (int) cursor.end());
    }

    /// Records that this layer is decoded.
    public void enter(Layer layer) {
        trail = trail.then(layer);
    }

    /// Restarts the list of layers, at a link type.
    public void beginTrail(ProtocolStack start) {
        trail = start;
    }

    /// The layers decoded so far.
    public ProtocolStack trail() {
        return trail;
    }

    /// A copy of the remaining bytes.
    public byte[] copy() {
        return cursor.copy();
    }

    /// Whether the bytes are bytes of the capture itself, not reassembled or decoded ones.
    public boolean isContiguous() {
        return origin == null;
    }

    /// The number of remaining bytes.
    public long left() {
        return cursor.left();
    }

    /// The byte at this distance from the current position. All numbers are in network byte order.
    public int u8(long at) {
        return cursor.u8(at);
    }

    public int u16(long at) {
        return cursor.u16(at);
    }

    public int s32(long at) {
        return cursor.s32(at);
    }

    public long s64(long at) {
        return cursor.s64(at);
    }

    /// Copies the payload.
    ///
    /// @param segment the array `to`, as a segment
    /// @param at the index in `to`
    public void copyPayload(byte[] to, MemorySegment segment, int at) {
        cursor.copy(to, segment, at);
    }

    /// Skips a header.
    public void skip(long octets) {
        cursor.skip(octets);
    }

    /// Ends the packet after the next `octets` bytes; the rest is padding or a trailer.
    public void keep(long octets) {
        cursor.limit(octets);
    }

    /// How many bytes a header announced that were not captured.
    public int cutBytes() {
        return (int) Math.min(cursor.missingBytes(), Integer.MAX_VALUE);
    }

    /// Becomes a part of another packet of the same frame, at distance `at` from its position.
    public void startWithin(Packet whole, long at, long octets) {
        arrival.copy(whole.arrival);
        file = whole.file;
        frameInFile = whole.frameInFile;
        origin = whole.origin;
        earlier = whole.earlier;
        long from = whole.cursor.offset() + at;
        cursor.moveTo(whole.cursor.bytes(), from, from + octets);
        trail = whole.trail;
        outcome = Outcome.PAYLOAD;
    }

    /// Ends decoding with a reason. Always null, for a layer to return.
    public @Nullable Layer unread(UnreadReason reason, int detail) {
        outcome = Outcome.UNREAD;
        unreadReason = reason;
        unreadDetail = detail;
        return null;
    }

    /// Ends decoding until later packets complete this one. Always null, for a layer to return.
    public @Nullable Layer waiting() {
        outcome = Outcome.WAITING;
        return null;
    }

    public Outcome outcome() {
        return outcome;
    }

    public @Nullable Layer unread(UnreadReason reason) {
        return unread(reason, 0);
    }

    /// Why it could not be decoded; meaningless unless the outcome is [Outcome#UNREAD].
    public UnreadReason unreadReason() {
        return unreadReason;
    }

    public int unreadDetail() {
        return unreadDetail;
    }

    /// The bytes that contain the payload.
    public MemorySegment bytes() {
        return cursor.bytes();
    }

    /// Offset of the payload in them.
    public long payloadOffset() {
        return cursor.offset();
    }

    /// Length of the payload.
    public int payloadBytes() {
        return (int) cursor.left();
    }
}
