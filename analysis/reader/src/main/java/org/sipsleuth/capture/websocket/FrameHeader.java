package org.sipsleuth.capture.websocket;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.stream.ByteQueue;

/// The header of a WebSocket frame (RFC 6455 §5.2).
///
/// @param first its first byte: FIN, the reserved bits, the opcode
/// @param payloadBytes how long the payload is; negative if it claims more than can be
/// @param headerBytes how long the header itself is
/// @param masked whether the payload is masked
/// @param mask the four bytes of the mask, the first the highest
record FrameHeader(int first, long payloadBytes, int headerBytes, boolean masked, int mask) {

    /// The longest header: two bytes, eight of length, four of mask.
    static final int LARGEST_BYTES = 14;

    private static final int MASKED = 0x80;
    private static final int LENGTH_IN_TWO = 126;
    private static final int LENGTH_IN_EIGHT = 127;
    private static final int LONGEST_CONTROL_PAYLOAD = 125;

    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PONG = 10;

    /// Reads the header at this place, or gives null if it is not there as a whole.
    static @Nullable FrameHeader read(ByteQueue bytes, int at) {
        if (bytes.size() - at < 2) {
            return null;
        }
        int second = bytes.u8(at + 1);
        int shortLength = second & ~MASKED;
        int lengthBytes = switch (shortLength) {
            case LENGTH_IN_TWO -> 2;
            case LENGTH_IN_EIGHT -> 8;
            default -> 0;
        };
        boolean masked = (second & MASKED) != 0;
        int whole = 2 + lengthBytes + (masked ? Integer.BYTES : 0);
        if (bytes.size() - at < whole) {
            return null;
        }
        long payload = lengthBytes == 0 ? shortLength : number(bytes, at + 2, lengthBytes);
        int mask = masked ? (int) number(bytes, at + 2 + lengthBytes, Integer.BYTES) : 0;
        return new FrameHeader(bytes.u8(at), payload, whole, masked, mask);
    }

    private static long number(ByteQueue bytes, int from, int count) {
        long number = 0;
        for (int i = 0; i < count; i++) {
            number = number << Byte.SIZE | bytes.u8(from + i);
        }
        return number;
    }

    /// Whether it is the last frame of its message.
    boolean isLast() {
        return (first & 0x80) != 0;
    }

    /// Whether the message is compressed (RFC 7692 §6).
    boolean isCompressed() {
        return (first & 0x40) != 0;
    }

    int opcode() {
        return first & 0xf;
    }

    boolean isContinuation() {
        return opcode() == CONTINUATION;
    }

    /// Whether it is a ping, a pong or a close.
    boolean isControl() {
        return opcode() >= CLOSE;
    }

    /// Whether a frame can begin like this.
    boolean isAllowed() {
        boolean known = opcode() == CONTINUATION || opcode() == TEXT || opcode() == BINARY
                || (opcode() >= CLOSE && opcode() <= PONG);
        boolean control = !isControl() || (isLast() && !isCompressed() && payloadBytes <= LONGEST_CONTROL_PAYLOAD);
        boolean continuation = !isContinuation() || !isCompressed();
        return known && control && continuation && (first & 0x30) == 0 && payloadBytes >= 0;
    }

    /// Takes the mask off a payload.
    void unmask(byte[] bytes, int from, int to) {
        if (!masked) {
            return;
        }
        for (int i = from; i < to; i++) {
            int shift = Byte.SIZE * (3 - (i - from) % Integer.BYTES);
            bytes[i] ^= (byte) (mask >>> shift);
        }
    }
}
