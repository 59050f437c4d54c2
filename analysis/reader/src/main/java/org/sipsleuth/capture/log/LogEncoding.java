package org.sipsleuth.capture.log;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// How a log writes its characters, as a byte order mark at its beginning states.
enum LogEncoding {

    /// A byte each, in UTF-8 or another that has the characters of ASCII.
    BYTES(0, 1),
    /// Two bytes for a code unit, the lower first, as Windows writes Unicode.
    UTF_16_LE(2, 2),
    /// Two bytes for a code unit, the higher first.
    UTF_16_BE(2, 2);

    private static final int LOWER_FIRST = 0xfffe;
    private static final int HIGHER_FIRST = 0xfeff;
    private static final int OCTET = 0xff;

    private final int markBytes;
    private final int unitBytes;

    LogEncoding(int markBytes, int unitBytes) {
        this.markBytes = markBytes;
        this.unitBytes = unitBytes;
    }

    /// That of a log.
    static LogEncoding of(MemorySegment log) {
        if (log.byteSize() < 2) {
            return BYTES;
        }
        int mark = (octet(log, 0) << Byte.SIZE) | octet(log, 1);
        return mark == LOWER_FIRST ? UTF_16_LE : mark == HIGHER_FIRST ? UTF_16_BE : BYTES;
    }

    private static int octet(MemorySegment log, long at) {
        return log.get(ValueLayout.JAVA_BYTE, at) & OCTET;
    }

    /// The bytes of its byte order mark, which is no text; that of UTF-8 is left to [LogLine].
    int markBytes() {
        return markBytes;
    }

    /// The bytes of a code unit.
    int unitBytes() {
        return unitBytes;
    }

    /// A code unit.
    int unit(byte first, byte second) {
        return switch (this) {
            case BYTES -> first & OCTET;
            case UTF_16_LE -> ((second & OCTET) << Byte.SIZE) | (first & OCTET);
            case UTF_16_BE -> ((first & OCTET) << Byte.SIZE) | (second & OCTET);
        };
    }
}
