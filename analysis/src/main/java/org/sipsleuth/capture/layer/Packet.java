package org.sipsleuth.capture.layer;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.Transport;

/// A frame while its layers are taken off: what is left of its bytes, and what the layers said.
/// Used again for every frame.
public final class Packet {

    private static final ValueLayout.OfShort SHORT_BIG =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt INT_BIG =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong LONG_BIG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private MemorySegment bytes = MemorySegment.NULL;
    private long offset;
    private long end;
    private @Nullable UnreadReason unreadReason;
    private int unreadDetail;

    long sourceHigh;
    long sourceLow;
    int sourcePort;
    long destinationHigh;
    long destinationLow;
    int destinationPort;
    Transport transport = Transport.UDP;

    void start(MemorySegment capture, Frame frame) {
        bytes = capture;
        offset = frame.offset();
        end = frame.offset() + frame.capturedBytes();
        unreadReason = null;
        unreadDetail = 0;
    }

    /// How many bytes are left.
    long left() {
        return end - offset;
    }

    /// The byte at this distance from where the packet stands.
    int u8(long at) {
        return bytes.get(ValueLayout.JAVA_BYTE, offset + at) & 0xff;
    }

    int u16(long at) {
        return Short.toUnsignedInt(bytes.get(SHORT_BIG, offset + at));
    }

    int s32(long at) {
        return bytes.get(INT_BIG, offset + at);
    }

    long s64(long at) {
        return bytes.get(LONG_BIG, offset + at);
    }

    /// Goes past a header.
    void skip(long octets) {
        offset += octets;
    }

    /// Leaves out what lies behind the next `octets` bytes: padding, trailers.
    void keep(long octets) {
        end = Math.min(end, offset + octets);
    }

    /// Gives the packet up, with the reason. Always null, for a layer to return.
    @Nullable Layer unread(UnreadReason reason, int detail) {
        unreadReason = reason;
        unreadDetail = detail;
        return null;
    }

    @Nullable Layer unread(UnreadReason reason) {
        return unread(reason, 0);
    }

    /// Why it could not be read, or null if it was read to its payload.
    @Nullable UnreadReason unreadReason() {
        return unreadReason;
    }

    int unreadDetail() {
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

    /// The transport that carried it.
    public Transport transport() {
        return transport;
    }

    /// The upper half of the source address as IPv6; an IPv4 address stands as `::ffff:a.b.c.d`.
    public long sourceHigh() {
        return sourceHigh;
    }

    /// The lower half of the source address.
    public long sourceLow() {
        return sourceLow;
    }

    /// The source port.
    public int sourcePort() {
        return sourcePort;
    }

    /// The upper half of the destination address.
    public long destinationHigh() {
        return destinationHigh;
    }

    /// The lower half of the destination address.
    public long destinationLow() {
        return destinationLow;
    }

    /// The destination port.
    public int destinationPort() {
        return destinationPort;
    }
}
