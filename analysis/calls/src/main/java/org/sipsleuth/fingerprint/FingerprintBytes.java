package org.sipsleuth.fingerprint;

import java.nio.charset.StandardCharsets;
import org.sipsleuth.sip.field.SipGrammar;

/// The bytes of a fingerprint while it is written: its parts, of limited length, with a separator
/// between them that no part contains.
final class FingerprintBytes {

    /// How long a part may be, in bytes; the rest is left out.
    private static final int MOST_BYTES = 500;

    private static final int MOST_PARTS = 9;
    private static final byte SEPARATOR = 0x1f;

    private final byte[] bytes = new byte[MOST_PARTS * (MOST_BYTES + 1)];
    private int size;
    private int partFrom;

    void clear() {
        size = 0;
        partFrom = 0;
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    /// Ends a part, and begins the next.
    void separate() {
        bytes[size++] = SEPARATOR;
        partFrom = size;
    }

    /// Separates entries of a part.
    void comma() {
        if (size > partFrom) {
            put(',');
        }
    }

    void put(char c) {
        if (size < partFrom + MOST_BYTES) {
            bytes[size++] = (byte) c;
        }
    }

    void put(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            put(ascii.charAt(i));
        }
    }

    void number(char letter, int number) {
        put(letter);
        if (number > 9) {
            put(String.valueOf(number));
        } else {
            put((char) ('0' + number));
        }
    }

    /// Bytes of a message, control characters as spaces.
    void put(byte[] buffer, int from, int to) {
        int length = Math.min(to - from, partFrom + MOST_BYTES - size);
        int end = size + length;
        System.arraycopy(buffer, from, bytes, size, length);
        for (int p = SipGrammar.skipPrintable(bytes, size, end); p < end; p++) {
            if (bytes[p] >= 0 && bytes[p] < ' ') {
                bytes[p] = ' ';
            }
        }
        size = end;
    }

    /// The parts of bytes that were written.
    static String[] parts(String text) {
        return text.split(String.valueOf((char) SEPARATOR), -1);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }
}
