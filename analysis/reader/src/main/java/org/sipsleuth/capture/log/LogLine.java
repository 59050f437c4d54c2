package org.sipsleuth.capture.log;

import java.util.regex.Pattern;

/// A line of a log, without its end.
///
/// @param offset of its first byte in the log
/// @param raw its bytes, a character each
/// @param end of its last byte in the log, with the end of the line
/// @param isCut whether it is longer than what is kept of a line
record LogLine(long offset, String raw, long end, boolean isCut) {

    private static final char ESCAPE = '\u001b';

    /// What editors write before text in UTF-8, a character each byte.
    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

    /// The colours of terminals.
    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]{0,20}m");

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
