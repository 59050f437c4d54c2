package org.sipsleuth.capture.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// The Internet checksum (RFC 1071), four bytes a step.
final class Checksum {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final long LOW = 0xffff_ffffL;

    private Checksum() {}

    /// Adds bytes to a sum. Only the last bytes that are added may be odd in number.
    static long add(long sum, byte[] bytes, int from, int to) {
        long total = sum;
        int at = from;
        int whole = to - Integer.BYTES;
        for (; at <= whole; at += Integer.BYTES) {
            total += (int) INT.get(bytes, at) & LOW;
        }
        for (int shift = 24; at < to; at++, shift -= Byte.SIZE) {
            total += (bytes[at] & 0xffL) << shift;
        }
        return total;
    }

    /// The checksum of a sum of bytes.
    static int of(long sum) {
        long folded = (sum & LOW) + (sum >>> Integer.SIZE);
        while (folded > 0xffff) {
            folded = (folded & 0xffff) + (folded >>> Short.SIZE);
        }
        return (int) ~folded & 0xffff;
    }

    /// The same for UDP, where 0 would say that there is none.
    static int ofUdp(long sum) {
        int checksum = of(sum);
        return checksum == 0 ? 0xffff : checksum;
    }
}
