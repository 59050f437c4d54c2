package org.sipsleuth.capture.packet;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.NearBytes;

/// A position in the bytes of a packet, and the end of the packet in them. Numbers are read in
/// network byte order, at a distance from the position. Used again for every frame.
final class PacketCursor {

    /// The headers of nearly all frames lie within so many bytes.
    private static final int NEAR_BYTES = 128;

    private static final VarHandle SHORT_BIG =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT_BIG = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG_BIG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private MemorySegment bytes = MemorySegment.NULL;
    private long offset;
    private long end;
    private long missingBytes;

    /// A copy of the bytes at the position: reading numbers from an array is much less work, for
    /// the processor and for the compiler, than reading them from a mapped file.
    private byte[] near = new byte[0];

    /// Where the copy begins in [#bytes], and its length.
    private long nearFrom;

    private int nearBytes;

    private final byte[] ownNear = new byte[NEAR_BYTES];
    private final MemorySegment ownNearSegment = MemorySegment.ofArray(ownNear);

    /// Moves to a packet in these bytes.
    void moveTo(MemorySegment itsBytes, long from, long to) {
        place(itsBytes, from, to);
        copyNear(offset);
    }

    /// Moves to a packet of which the first bytes may have been read already.
    void moveTo(MemorySegment itsBytes, long from, long to, @Nullable NearBytes read) {
        place(itsBytes, from, to);
        if (read != null && read.holds(from, to)) {
            near = read.bytes();
            nearFrom = read.from();
            nearBytes = (int) (to - nearFrom); // bytes after the packet are not part of it
        } else {
            copyNear(offset);
        }
    }

    /// Moves to the beginning of an array that is a packet as a whole.
    void moveTo(byte[] packet) {
        place(MemorySegment.ofArray(packet), 0, packet.length);
        near = packet;
        nearFrom = 0;
        nearBytes = packet.length;
    }

    private void place(MemorySegment itsBytes, long from, long to) {
        bytes = itsBytes;
        offset = from;
        end = to;
        missingBytes = 0;
    }

    private void copyNear(long from) {
        near = ownNear;
        nearFrom = from;
        // Not beyond the frame: of a file that grows there may be nothing behind it.
        nearBytes = Math.clamp(end - from, 0, NEAR_BYTES);
        MemorySegment.copy(bytes, from, ownNearSegment, 0, nearBytes);
    }

    /// Holds the packet no longer.
    void leave() {
        bytes = MemorySegment.NULL;
    }

    MemorySegment bytes() {
        return bytes;
    }

    long offset() {
        return offset;
    }

    long end() {
        return end;
    }

    long left() {
        return end - offset;
    }

    /// Moves forward.
    void skip(long octets) {
        offset += octets;
    }

    /// Ends the packet after `octets` bytes, or earlier if it has not so many.
    void limit(long octets) {
        missingBytes = Math.max(0, offset + octets - end);
        end = Math.min(end, offset + octets);
    }

    /// How many bytes the last [#limit] asked for beyond the end.
    long missingBytes() {
        return missingBytes;
    }

    int u8(long at) {
        int place = near(at, Byte.BYTES);
        return near[place] & 0xff;
    }

    int u16(long at) {
        int place = near(at, Short.BYTES);
        return Short.toUnsignedInt((short) SHORT_BIG.get(near, place));
    }

    int s32(long at) {
        int place = near(at, Integer.BYTES);
        return (int) INT_BIG.get(near, place);
    }

    long s64(long at) {
        int place = near(at, Long.BYTES);
        return (long) LONG_BIG.get(near, place);
    }

    /// The index in [#near] of so many bytes, which are copied there if need be.
    private int near(long at, int octets) {
        long place = offset + at - nearFrom;
        if (place < 0 || place + octets > nearBytes) {
            copyNear(offset + at);
            Objects.checkFromIndexSize(0, octets, nearBytes);
            return 0;
        }
        return (int) place;
    }

    /// The bytes that are left, copied.
    byte[] copy() {
        return bytes.asSlice(offset, left()).toArray(ValueLayout.JAVA_BYTE);
    }

    /// Copies the bytes that are left.
    ///
    /// @param segment the array `to`, as a segment
    void copy(byte[] to, MemorySegment segment, int at) {
        long place = offset - nearFrom;
        int length = (int) left();
        if (place >= 0 && place + length <= nearBytes) {
            System.arraycopy(near, (int) place, to, at, length);
        } else {
            MemorySegment.copy(bytes, offset, segment, at, length);
        }
    }
}
