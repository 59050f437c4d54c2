package org.sipsleuth.report.output;

/// The width of a text in terminal cells: East Asian and pictographic characters two, combining
/// marks none.
public final class DisplayWidth {

    private static final int FIRST_COMBINING = 0x300;

    /// The blocks of UAX #11 that are wide as a whole, first and last character; single wide
    /// characters elsewhere are rare.
    private static final int[][] WIDE = {
        {0x1100, 0x115f},
        {0x2e80, 0x303e},
        {0x3041, 0xa4cf},
        {0xac00, 0xd7a3},
        {0xf900, 0xfaff},
        {0xfe30, 0xfe6f},
        {0xff00, 0xff60},
        {0xffe0, 0xffe6},
        {0x1f300, 0x1faff},
        {0x20000, 0x3fffd},};

    private DisplayWidth() {}

    /// The cells of a text.
    public static int of(String text) {
        int length = text.length();
        int cells = narrowStart(text);
        for (int i = cells; i < length;) {
            int character = text.codePointAt(i);
            cells += of(character);
            i += Character.charCount(character);
        }
        return cells;
    }

    /// The number of leading characters that are one cell wide; in most texts all are.
    private static int narrowStart(String text) {
        int length = text.length();
        int i = 0;
        while (i < length && text.charAt(i) < FIRST_COMBINING) {
            i++;
        }
        return i;
    }

    /// The text, cut to at most so many cells; what was cut ends with the mark.
    public static String cut(String text, int cells, String mark) {
        if (of(text) <= cells) {
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

    /// The text, shortened to at most so many cells by a mark in its middle: what texts of one kind
    /// differ in is mostly at their beginning or at their end.
    public static String elide(String text, int cells, String mark) {
        if (of(text) <= cells) {
            return text;
        }
        int room = cells - of(mark);
        if (room < 2) {
            return cut(text, cells, mark);
        }
        int tail = room / 2;
        int length = text.length();
        if (narrowStart(text) == length) {
            return text.substring(0, room - tail) + mark + text.substring(length - tail);
        }
        int from = length;
        for (int left = tail; from > 0;) {
            int character = text.codePointBefore(from);
            left -= of(character);
            if (left < 0) {
                break;
            }
            from -= Character.charCount(character);
        }
        while (from < text.length() && of(text.codePointAt(from)) == 0) {
            from += Character.charCount(text.codePointAt(from)); // combines with what is left out
        }
        return cut(text, cells - of(text.substring(from)), mark) + text.substring(from);
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

    private static boolean isWide(int character) {
        for (int[] block : WIDE) {
            if (character <= block[1]) {
                return character >= block[0];
            }
        }
        return false;
    }
}
