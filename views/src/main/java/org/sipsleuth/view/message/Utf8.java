package org.sipsleuth.view.message;

/// Reads single characters of UTF-8 (RFC 3629).
final class Utf8 {

    private static final int CONTINUATION_BITS = 6;
    private static final int CONTINUATION_MASK = 0x3f;

    private Utf8() {}

    /// The character of more than one byte that begins at `at`, or -1 if none does.
    static int codePointAt(byte[] bytes, int at) {
        int lead = bytes[at] & 0xff;
        int following;
        int codePoint;
        if (lead >= 0xc2 && lead < 0xe0) {
            following = 1;
            codePoint = lead & 0x1f;
        } else if (lead >= 0xe0 && lead < 0xf0) {
            following = 2;
            codePoint = lead & 0x0f;
        } else if (lead >= 0xf0 && lead < 0xf5) {
            following = 3;
            codePoint = lead & 0x07;
        } else {
            return -1;
        }
        if (at + following >= bytes.length) {
            return -1;
        }
        for (int i = 1; i <= following; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return -1;
            }
            codePoint = (codePoint << CONTINUATION_BITS) | (bytes[at + i] & CONTINUATION_MASK);
        }
        boolean shortest = length(codePoint) == following + 1;
        boolean surrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
        return shortest && !surrogate && codePoint <= Character.MAX_CODE_POINT ? codePoint : -1;
    }

    /// How many bytes the character takes.
    static int length(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }
}
