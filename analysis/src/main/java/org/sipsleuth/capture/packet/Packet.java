package org.sipsleuth.capture.packet;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.capture.NearBytes;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.account.UnreadReason;

/// A frame while its layers are taken off: what is left of its bytes, and what the layers said.
/// Used again for every frame.
public final class Packet {

    /// What became of a packet when no layer wants it any more.
    public enum Outcome {
        PAYLOAD,
        UNREAD,
        WAITING
    }

    /// More than the largest frame of 802.11 has; so that a frame of nothing but tiny parts costs
    /// little more than others.
    private static final int MOST_PARTS = 1_024;

    /// Another packet in the same frame, to be read later.
    private record Part(
            Layer layer,
            Trail trail,
            MemorySegment bytes,
            @Nullable Provenance origin,
            List<FrameNumber> earlier,
            long offset,
            long end) {}

    /// The headers of nearly all frames lie within so many bytes.
    private static final int NEAR_BYTES = 128;

    private static final VarHandle SHORT_BIG =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT_BIG =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG_BIG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private int file;
    private int frameInFile;
    private MemorySegment bytes = MemorySegment.NULL;

    /// The first bytes once more, as an array: reading numbers from one is much less work, for the
    /// processor and for the compiler, than reading them from a mapped file.
    private byte[] near = new byte[0];

    private final byte[] nearOfFile = new byte[NEAR_BYTES];
    private final MemorySegment nearSegment = MemorySegment.ofArray(nearOfFile);

    /// Where its first byte lies in [#bytes], and how many there are.
    private long nearFrom;

    private int nearBytes;

    /// Where the bytes come from; null while they are the capture itself.
    private @Nullable Provenance origin;

    /// The frames of the other packets that it was put together from.
    private List<FrameNumber> earlier = List.of();

    private long offset;
    private long end;
    private Trail trail = Trail.NONE;
    private Outcome outcome = Outcome.PAYLOAD;
    private UnreadReason unreadReason = UnreadReason.NOT_SIP;
    private int unreadDetail;
    private long cutBytes;

    private final Arrival arrival = new Arrival();
    private final ArrayDeque<Part> parts = new ArrayDeque<>();

    /// Becomes a frame of a file, which has this number in its capture.
    public void start(int itsFile, MemorySegment fileBytes, Frame next, int number) {
        arrival.at(number, next.capturedAtNanos());
        file = itsFile;
        bytes = fileBytes;
        frameInFile = next.number();
        origin = null;
        earlier = List.of();
        offset = next.offset();
        end = next.offset() + next.capturedBytes();
        NearBytes read = next.near();
        if (read != null && read.holds(offset, end)) {
            near = read.bytes();
            nearFrom = read.from();
            nearBytes = (int) (end - nearFrom); // what lies behind it is none of its bytes
        } else {
            comeNear(offset);
        }
        outcome = Outcome.PAYLOAD;
        unreadDetail = 0;
        parts.clear();
        cutBytes = 0;
    }

    private void comeNear(long from) {
        near = nearOfFile;
        nearFrom = from;
        // Not beyond the frame: of a file that grows there may be nothing behind it.
        nearBytes = Math.clamp(end - from, 0, NEAR_BYTES);
        MemorySegment.copy(bytes, from, nearSegment, 0, nearBytes);
    }

    /// Keeps another packet of this frame for later: the bytes that lie `at` from here, for a layer
    /// to read. Of a frame of very many the last are left out.
    public void keepPart(Layer layer, long at, long octets) {
        if (parts.size() < MOST_PARTS) {
            long from = offset + at;
            parts.add(new Part(layer, trail, bytes, origin, earlier, from, from + octets));
        }
    }

    /// Whether packets are kept for later.
    public boolean hasParts() {
        return !parts.isEmpty();
    }

    /// Goes on with the next packet that was kept for later.
    ///
    /// @return the layer that reads it, or null if there is none
    public @Nullable Layer nextPart() {
        Part part = parts.poll();
        if (part == null) {
            return null;
        }
        trail = part.trail;
        bytes = part.bytes;
        origin = part.origin;
        earlier = part.earlier;
        offset = part.offset;
        end = part.end;
        cutBytes = 0;
        comeNear(offset);
        outcome = Outcome.PAYLOAD;
        return part.layer;
    }

    /// Goes on with bytes that were put together from several packets, or made from this one's.
    public void continueWith(byte[] made, Provenance from) {
        bytes = MemorySegment.ofArray(made);
        origin = from;
        offset = 0;
        end = made.length;
        near = made;
        nearFrom = 0;
        nearBytes = made.length;
        cutBytes = 0;
    }

    /// The same, where the frames of other packets belong to it.
    public void continueWith(byte[] made, Provenance from, List<FrameNumber> frames) {
        continueWith(made, from);
        LinkedHashSet<FrameNumber> all = new LinkedHashSet<>(earlier);
        all.addAll(frames);
        all.remove(frame());
        earlier = List.copyOf(all);
    }

    /// All frames that it was put together from, also those that gave nothing but headers; its own
    /// is the last.
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

    /// When it came, and between whom it went.
    public Arrival arrival() {
        return arrival;
    }

    /// Where the bytes that are left come from.
    public Provenance provenance() {
        return origin == null
                ? Provenance.of(
                        file, offset, payloadBytes(), frameInFile, arrival.capturedAtNanos())
                : origin.slice((int) offset, (int) end);
    }

    /// Notes that a layer is taken off.
    public void enter(Layer layer) {
        trail = trail.then(layer);
    }

    /// Goes back to the beginning of the layers, at a link type.
    public void beginTrail(Trail start) {
        trail = start;
    }

    /// The layers taken off so far.
    public Trail trail() {
        return trail;
    }

    /// The bytes that are left, copied.
    public byte[] copy() {
        return bytes.asSlice(offset, left()).toArray(ValueLayout.JAVA_BYTE);
    }

    /// Whether the bytes are the capture itself.
    public boolean isContiguous() {
        return origin == null;
    }

    /// How many bytes are left.
    public long left() {
        return end - offset;
    }

    /// The byte at this distance from where the packet stands.
    public int u8(long at) {
        int place = near(at, Byte.BYTES);
        return near[place] & 0xff;
    }

    public int u16(long at) {
        int place = near(at, Short.BYTES);
        return Short.toUnsignedInt((short) SHORT_BIG.get(near, place));
    }

    public int s32(long at) {
        int place = near(at, Integer.BYTES);
        return (int) INT_BIG.get(near, place);
    }

    public long s64(long at) {
        int place = near(at, Long.BYTES);
        return (long) LONG_BIG.get(near, place);
    }

    /// Where so many bytes lie among those that are near.
    ///
    /// @param at the distance from where the packet stands
    private int near(long at, int octets) {
        long place = offset + at - nearFrom;
        if (place < 0 || place + octets > nearBytes) {
            comeNear(offset + at);
            Objects.checkFromIndexSize(0, octets, nearBytes);
            return 0;
        }
        return (int) place;
    }

    /// Copies the payload.
    ///
    /// @param segment the array `to`, as a segment
    /// @param at where it goes
    public void copyPayload(byte[] to, MemorySegment segment, int at) {
        long place = offset - nearFrom;
        int length = payloadBytes();
        if (place >= 0 && place + length <= nearBytes) {
            System.arraycopy(near, (int) place, to, at, length);
        } else {
            MemorySegment.copy(bytes, offset, segment, at, length);
        }
    }

    /// Goes past a header.
    public void skip(long octets) {
        offset += octets;
    }

    /// Leaves out what lies behind the next `octets` bytes: padding, trailers.
    public void keep(long octets) {
        cutBytes = Math.max(0, offset + octets - end);
        end = Math.min(end, offset + octets);
    }

    /// How many bytes a header promised behind the end that were not captured.
    public int cutBytes() {
        return (int) Math.min(cutBytes, Integer.MAX_VALUE);
    }

    /// Becomes a stretch of another packet of the same frame, `at` from where that stands.
    public void startWithin(Packet whole, long at, long octets) {
        arrival.copy(whole.arrival);
        file = whole.file;
        frameInFile = whole.frameInFile;
        bytes = whole.bytes;
        origin = whole.origin;
        earlier = whole.earlier;
        offset = whole.offset + at;
        end = offset + octets;
        comeNear(offset);
        trail = whole.trail;
        outcome = Outcome.PAYLOAD;
        cutBytes = 0;
    }

    /// Gives the packet up, with the reason. Always null, for a layer to return.
    public @Nullable Layer unread(UnreadReason reason, int detail) {
        outcome = Outcome.UNREAD;
        unreadReason = reason;
        unreadDetail = detail;
        return null;
    }

    /// Leaves it to later packets what becomes of this one. Always null, for a layer to return.
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

    /// Why it could not be read; tells nothing of a packet that was.
    public UnreadReason unreadReason() {
        return unreadReason;
    }

    public int unreadDetail() {
        return unreadDetail;
    }

    /// The bytes that the payload lies in.
    public MemorySegment bytes() {
        return bytes;
    }

    /// Where the payload begins in them.
    public long payloadOffset() {
        return offset;
    }

    /// How long the payload is.
    public int payloadBytes() {
        return (int) (end - offset);
    }
}
