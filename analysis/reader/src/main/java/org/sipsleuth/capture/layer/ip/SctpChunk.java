package org.sipsleuth.capture.layer.ip;

import org.sipsleuth.capture.packet.Packet;

/// What the header of a chunk of data says: DATA (RFC 9260 §3.3.1) or I-DATA (RFC 8260 §2.1).
///
/// @param isInterleaved whether it is I-DATA, which counts the fragments of each message by itself
/// @param stream the stream it belongs to
/// @param sequence which message of the stream; 0 for what has no number, unordered DATA
/// @param number its place among the fragments, one more than that of the fragment before it
record SctpChunk(boolean isInterleaved, int flags, int stream, int sequence, int number) {

    private static final int DATA = 0;
    private static final int I_DATA = 64;
    private static final int DATA_HEADER_BYTES = 16;
    private static final int I_DATA_HEADER_BYTES = 20;

    private static final int LAST = 1;
    private static final int FIRST = 1 << 1;
    private static final int UNORDERED = 1 << 2;

    /// How long the header of a chunk of data is, or 0 if the packet stands at a chunk of another
    /// type.
    static int headerBytes(Packet packet) {
        return switch (packet.u8(0)) {
            case DATA -> DATA_HEADER_BYTES;
            case I_DATA -> I_DATA_HEADER_BYTES;
            default -> 0;
        };
    }

    /// The chunk of data that the packet stands at.
    static SctpChunk of(Packet packet) {
        int flags = packet.u8(1);
        int stream = packet.u16(8);
        if (packet.u8(0) == DATA) {
            int sequence = (flags & UNORDERED) == 0 ? packet.u16(10) : 0;
            return new SctpChunk(false, flags, stream, sequence, packet.s32(4));
        }
        int number = (flags & FIRST) == 0 ? packet.s32(16) : 0; // the first has another field there
        return new SctpChunk(true, flags, stream, packet.s32(12), number);
    }

    /// The flags that say where in its message it belongs; not the one that asks for an answer at
    /// once (RFC 7053).
    int place() {
        return flags & (FIRST | LAST | UNORDERED);
    }

    boolean isFirst() {
        return (flags & FIRST) != 0;
    }

    boolean isLast() {
        return (flags & LAST) != 0;
    }

    boolean isUnordered() {
        return (flags & UNORDERED) != 0;
    }
}
