package org.sipsleuth.capture.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// A frame while it is made: its payload first, then one header after the other before it. Used
/// again for each.
public final class FrameBuffer {

    /// The most bytes that a datagram carries, over IPv4.
    public static final int MOST_PAYLOAD = 65_507;

    /// Room for all headers: two of Ethernet, two of IP, VXLAN, TCP with options.
    private static final int HEADROOM = 256;

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] bytes = new byte[HEADROOM + MOST_PAYLOAD];
    private int from = HEADROOM;
    private int to = HEADROOM;

    /// Begins with a payload.
    ///
    /// @throws IllegalArgumentException if no datagram can carry it
    public void begin(byte[] payload, int at, int length) {
        if (length > MOST_PAYLOAD) {
            throw new IllegalArgumentException(
                    "%d bytes; a datagram carries at most %d".formatted(length, MOST_PAYLOAD));
        }
        System.arraycopy(payload, at, bytes, HEADROOM, length);
        from = HEADROOM;
        to = HEADROOM + length;
    }

    /// Where it lies in [#bytes] so far.
    public int from() {
        return from;
    }

    /// The place after its last byte.
    public int to() {
        return to;
    }

    /// How long it is so far.
    public int length() {
        return to - from;
    }

    /// What it lies in.
    public byte[] bytes() {
        return bytes;
    }

    /// Makes room for a header of zeros before all else.
    ///
    /// @return where the header begins
    int prepend(int count) {
        from -= count;
        Arrays.fill(bytes, from, from + count, (byte) 0);
        return from;
    }

    void put8(int at, int value) {
        bytes[at] = (byte) value;
    }

    void put16(int at, int value) {
        SHORT.set(bytes, at, (short) value);
    }

    void put32(int at, int value) {
        INT.set(bytes, at, value);
    }

    void put(int at, byte[] some) {
        System.arraycopy(some, 0, bytes, at, some.length);
    }
}
