package org.sipsleuth.capture.file;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Goes through a list of options, or of other values of the same shape (draft-ietf-opsawg-pcapng
/// §3.5): code, length, value, filled up to four bytes. Ends where the list is cut short.
final class PcapngOptions {

    static final int COMMENT = 1;

    private static final int END = 0;
    private static final int HEADER_BYTES = 4;

    private final MemorySegment bytes;
    private final ValueLayout.OfShort order;
    private final long end;
    private long next;
    private long at;
    private int code;
    private int length;

    PcapngOptions(MemorySegment bytes, long from, long end, ValueLayout.OfShort order) {
        this.bytes = bytes;
        this.order = order;
        this.next = from;
        this.end = end;
    }

    /// Goes to the next option; false if there is none.
    boolean next() {
        if (next + HEADER_BYTES > end) {
            return false;
        }
        code = Short.toUnsignedInt(bytes.get(order, next));
        length = Short.toUnsignedInt(bytes.get(order, next + 2));
        at = next + HEADER_BYTES;
        next = at + (length + 3 & ~3);
        return code != END && at + length <= end;
    }

    int code() {
        return code;
    }

    int length() {
        return length;
    }

    /// Where its value begins.
    long at() {
        return at;
    }

    /// Its value, or 0 if that has not eight bytes.
    long number() {
        return length == Long.BYTES ? bytes.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(order.order()), at) : 0;
    }

    byte[] value() {
        return bytes.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE);
    }
}
