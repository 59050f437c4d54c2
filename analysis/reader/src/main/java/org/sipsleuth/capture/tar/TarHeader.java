package org.sipsleuth.capture.tar;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The header of a member of a tar archive (POSIX.1-1988 ustar, and GNU's form of it).
///
/// @param name as it stands there; never used as a path
/// @param type what the member is
/// @param size of its data in bytes; negative if that is no number
record TarHeader(String name, byte type, long size) {

    static final int BLOCK_BYTES = 512;

    static final byte REGULAR = '0';

    /// The name of the next member, as data (GNU).
    static final byte LONG_NAME = 'L';

    /// Fields of the next member, as data (POSIX.1-2001).
    static final byte EXTENDED = 'x';

    /// Fields of all members that follow.
    static final byte GLOBAL = 'g';

    /// No number.
    private static final long NONE = -1;

    private static final int NAME_BYTES = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE_BYTES = 12;
    private static final int SUM_AT = 148;
    private static final int SUM_BYTES = 8;
    private static final int TYPE_AT = 156;
    private static final int MAGIC_AT = 257;
    private static final byte[] MAGIC = {'u', 's', 't', 'a', 'r'};
    private static final int BINARY = 0x80;
    private static final int OCTAL_BITS = 3;

    /// The header in a block; empty if there is none, or its checksum is another one.
    static Optional<TarHeader> of(MemorySegment bytes, long at) {
        if (at < 0 || bytes.byteSize() - at < BLOCK_BYTES) {
            return Optional.empty();
        }
        byte[] block = bytes.asSlice(at, BLOCK_BYTES).toArray(ValueLayout.JAVA_BYTE);
        boolean isTar = Arrays.equals(block, MAGIC_AT, MAGIC_AT + MAGIC.length, MAGIC, 0, MAGIC.length);
        if (!isTar || !hasItsSum(block)) {
            return Optional.empty();
        }
        byte type = block[TYPE_AT] == 0 || block[TYPE_AT] == '7' ? REGULAR : block[TYPE_AT];
        return Optional.of(new TarHeader(text(block, 0, NAME_BYTES), type, number(block, SIZE_AT, SIZE_BYTES)));
    }

    /// Some programs, VoIPmonitor among them, add the bytes as signed ones.
    private static boolean hasItsSum(byte[] block) {
        int unsigned = 0;
        int signed = 0;
        for (int i = 0; i < BLOCK_BYTES; i++) {
            boolean isSum = i >= SUM_AT && i < SUM_AT + SUM_BYTES;
            unsigned += isSum ? ' ' : Byte.toUnsignedInt(block[i]);
            signed += isSum ? ' ' : block[i];
        }
        long stated = number(block, SUM_AT, SUM_BYTES);
        return stated == unsigned || (stated == signed && signed >= 0);
    }

    /// Octal digits, or bytes if the first has its highest bit (GNU).
    private static long number(byte[] block, int at, int length) {
        if ((block[at] & BINARY) != 0) {
            long value = block[at] & (BINARY - 1);
            for (int i = at + 1; i < at + length; i++) {
                if (value >>> (Long.SIZE - Byte.SIZE - 1) != 0) {
                    return NONE; // negative, or more than there can be
                }
                value = (value << Byte.SIZE) | Byte.toUnsignedInt(block[i]);
            }
            return value;
        }
        String digits = text(block, at, length).strip();
        return digits.matches("[0-7]{1,12}") ? Long.parseLong(digits, 1 << OCTAL_BITS) : NONE;
    }

    private static String text(byte[] block, int at, int length) {
        int end = at;
        while (end < at + length && block[end] != 0) {
            end++;
        }
        return new String(block, at, end - at, StandardCharsets.ISO_8859_1);
    }

    /// Whether data follow. A link has a size sometimes, and never data.
    boolean hasData() {
        return type == REGULAR || type == LONG_NAME || type == EXTENDED || type == GLOBAL || type > '7';
    }
}
