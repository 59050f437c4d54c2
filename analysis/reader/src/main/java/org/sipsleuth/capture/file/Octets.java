package org.sipsleuth.capture.file;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// How numbers lie in captured bytes.
final class Octets {

    static final ValueLayout.OfShort SHORT_BIG = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    static final ValueLayout.OfInt INT_BIG = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    static final ValueLayout.OfInt INT_LITTLE = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfShort SHORT_LITTLE = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private Octets() {}

    /// The four bytes at an offset, the lowest first. The first time that bytes are read by a
    /// layout, the JDK links code for it; a number or two at each start are not worth that.
    static int little(MemorySegment bytes, long offset) {
        byte[] four = new byte[Integer.BYTES];
        MemorySegment.copy(bytes, offset, MemorySegment.ofArray(four), 0, four.length);
        return (four[0] & 0xff) | (four[1] & 0xff) << 8 | (four[2] & 0xff) << 16 | (four[3] & 0xff) << 24;
    }

    /// Some bytes as hexadecimal text: `0a 0d 0d 0a`.
    static String hex(MemorySegment bytes, long offset, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                text.append(' ');
            }
            int octet = bytes.get(ValueLayout.JAVA_BYTE, offset + i) & 0xff;
            text.append(Character.forDigit(octet >> 4, 16)).append(Character.forDigit(octet & 0xf, 16));
        }
        return text.toString();
    }
}
