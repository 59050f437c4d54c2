package org.sipsleuth.report.output;

/// Makes every character of hostile text visible, so that it cannot steer a terminal, reorder a
/// line or break a row: `\x1b`, `\n`, `\u202e`.
public final class VisibleText {

    private static final int FIRST_PRINTABLE = 0x20;
    private static final int DELETE = 0x7f;
    private static final int BYTE = 0x100;
    private static final int BMP = 0x10000;

    /// Bytes of file names that are not UTF-8 come as these (`capture.name.FileName`).
    private static final int FIRST_BAD_BYTE = 0xdc80;

    private static final int LAST_BAD_BYTE = 0xdcff;

    private VisibleText() {}

    /// The text with each character that has no shape of its own written as an escape.
    ///
    /// @param unicode whether characters beyond ASCII are kept
    public static String of(String text, boolean unicode) {
        int length = text.length();
        int i = 0;
        while (i < length && text.charAt(i) >= FIRST_PRINTABLE && text.charAt(i) < DELETE) {
            i++;
        }
        if (i == length) {
            return text;
        }
        StringBuilder visible = new StringBuilder(length + 8).append(text, 0, i);
        while (i < length) {
            int character = text.codePointAt(i);
            append(visible, character, unicode);
            i += Character.charCount(character);
        }
        return visible.toString();
    }

    private static void append(StringBuilder visible, int character, boolean unicode) {
        if (isShown(character, unicode)) {
            visible.appendCodePoint(character);
        } else if (character == '\n') {
            visible.append("\\n");
        } else if (character == '\r') {
            visible.append("\\r");
        } else if (character == '\t') {
            visible.append("\\t");
        } else if (character < BYTE) {
            hexadecimal(visible.append("\\x"), character, 2);
        } else if (character >= FIRST_BAD_BYTE && character <= LAST_BAD_BYTE) {
            hexadecimal(visible.append("\\x"), character & (BYTE - 1), 2);
        } else if (character < BMP) {
            hexadecimal(visible.append("\\u"), character, 4);
        } else {
            hexadecimal(visible.append("\\U"), character, 8);
        }
    }

    private static void hexadecimal(StringBuilder text, int value, int digits) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            text.append(Character.forDigit(value >> shift & 0xf, 16));
        }
    }

    private static boolean isShown(int character, boolean unicode) {
        if (character < DELETE) {
            return character >= FIRST_PRINTABLE;
        }
        if (!unicode) {
            return false;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
