package org.sipsleuth.app.command.output;

/// How many terminal cells a text takes: East Asian and pictographic characters two, combining
/// marks none.
public final class DisplayWidth {

    private static final int FIRST_COMBINING = 0x300;

    private DisplayWidth() {}

    /// The cells of a text.
    public static int of(String text) {
        int cells = 0;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            cells += of(character);
            i += Character.charCount(character);
        }
        return cells;
    }

    /// The text, cut to at most so many cells; what was cut ends with the mark.
    public static String cut(String text, int cells, String mark) {
        if (text.length() <= cells && of(text) <= cells || of(text) <= cells) {
            return text;
        }
        int room = cells - of(mark);
        int end = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            room -= of(character);
            if (room < 0) {
                break;
            }
            end += Character.charCount(character);
        }
        return text.substring(0, end) + mark;
    }

    private static int of(int character) {
        if (character < FIRST_COMBINING) {
            return 1;
        }
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(character) ? 2 : 1;
    }

    // The blocks of UAX #11 that are wide as a whole; single wide characters elsewhere are rare.
    private static boolean isWide(int character) {
        return character >= 0x1100 && character <= 0x115f
                || character >= 0x2e80 && character <= 0x303e
                || character >= 0x3041 && character <= 0xa4cf
                || character >= 0xac00 && character <= 0xd7a3
                || character >= 0xf900 && character <= 0xfaff
                || character >= 0xfe30 && character <= 0xfe6f
                || character >= 0xff00 && character <= 0xff60
                || character >= 0xffe0 && character <= 0xffe6
                || character >= 0x1f300 && character <= 0x1faff
                || character >= 0x20000 && character <= 0x3fffd;
    }
}
