package org.sipsleuth.simulate.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A buffer for the bytes of a message, reused for each.
final class MessageText {

    private static final int FIRST_BYTES = 2048;

    private byte[] bytes = new byte[FIRST_BYTES];
    private int size;

    void clear() {
        size = 0;
    }

    /// The number of valid bytes in [#bytes].
    int size() {
        return size;
    }

    /// The buffer, which may be longer than the message and is reused.
    byte[] bytes() {
        return bytes;
    }

    /// Replaces all that was written.
    void become(byte[] others) {
        bytes = others;
        size = others.length;
    }

    void line() {
        put('\r');
        put('\n');
    }

    void put(char ascii) {
        room(1);
        bytes[size++] = (byte) ascii;
    }

    void put(byte[] some) {
        room(some.length);
        System.arraycopy(some, 0, bytes, size, some.length);
        size += some.length;
    }

    void number(long value) {
        int digits = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        room(digits);
        size += digits;
        int at = size;
        for (long rest = value; digits > 0; rest /= 10, digits--) {
            bytes[--at] = (byte) ('0' + rest % 10);
        }
    }

    @SuppressWarnings("deprecation") // the one method that copies ASCII without a detour
    void text(String text) {
        int length = text.length();
        if (!isAscii(text, length)) {
            put(text.getBytes(StandardCharsets.UTF_8));
            return;
        }
        room(length);
        text.getBytes(0, length, bytes, size);
        size += length;
    }

    private static boolean isAscii(String text, int length) {
        int all = 0;
        for (int i = 0; i < length; i++) {
            all |= text.charAt(i);
        }
        return all < 0x80;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
