package org.sipsleuth.capture.log;

import java.util.regex.Pattern;

/// A line of a log, without its end.
///
/// @param offset of its first byte in the log
/// @param raw its bytes, a character each; of a log in UTF-16 those of UTF-8
/// @param end of its last byte in the log, with the end of the line
/// @param isCut whether it is longer than what is kept of a line
/// @param unitBytes the bytes of a code unit in the log
record LogLine(long offset, String raw, long end, boolean isCut, int unitBytes) {

    /// The first bytes of sequences in UTF-8 that are two code units of UTF-16.
    private static final int LONG_SEQUENCE = 0xf0;

    private static final int CONTINUATION_MASK = 0xc0;
    private static final int CONTINUATION = 0x80;

    private static final char ESCAPE = '\u001b';

    /// What editors write before text in UTF-8, a character each byte.
    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

    /// The colours of terminals.
    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]{0,20}m");

    /// Where one of its characters begins in the log, in bytes.
    ///
    /// @param place in [#raw]
    long offsetOf(int place) {
        if (unitBytes == 1) {
            return offset + place;
        }
        int units = 0;
        for (int i = 0; i < place; i++) {
            int octet = raw.charAt(i);
            units += (octet & CONTINUATION_MASK) == CONTINUATION ? 0 : octet >= LONG_SEQUENCE ? 2 : 1;
        }
        return offset + (long) units * unitBytes;
    }

    /// Its text without the colours of terminals, and without CR at its end, of which terminals add
    /// some.
    String text() {
        String plain = raw.indexOf(ESCAPE) < 0 ? raw : COLOURS.matcher(raw).replaceAll("");
        if (offset == 0 && plain.startsWith(BYTE_ORDER_MARK)) {
            plain = plain.substring(BYTE_ORDER_MARK.length());
        }
        int end = plain.length();
        while (end > 0 && plain.charAt(end - 1) == '\r') {
            end--;
        }
        return plain.substring(0, end);
    }
}
