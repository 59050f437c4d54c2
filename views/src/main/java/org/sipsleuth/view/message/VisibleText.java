package org.sipsleuth.view.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.sipsleuth.view.message.text.StyledRange;

/// Bytes as text in which everything can be seen: UTF-8 is decoded; control and invisible
/// characters and bytes that are no UTF-8 become escapes (`\x1b`, `\u202e`). A line ends with CR
/// LF; a lone CR or LF shows its escape. Knows where each byte came to be.
public final class VisibleText {

    private static final int SPACE = 0x20;
    private static final int DELETE = 0x7f;
    private static final int BYTES = 0x100;
    private static final char ELLIPSIS = '…';

    private final StringBuilder text = new StringBuilder();
    private final int[] places;
    private final List<StyledRange> escapes = new ArrayList<>();

    private VisibleText(byte[] bytes, int shown) {
        places = new int[shown + 1];
        int at = 0;
        while (at < shown) {
            int next = Math.min(shown, append(bytes, at));
            Arrays.fill(places, at + 1, next, places[at]);
            places[next] = text.length();
            at = next;
        }
    }

    /// The first `limitBytes` of the bytes, for the screen.
    static VisibleText forScreen(byte[] bytes, int limitBytes) {
        return new VisibleText(bytes, Math.min(bytes.length, limitBytes));
    }

    /// All of the bytes, for the clipboard.
    public static String ofBytes(byte[] bytes) {
        return new VisibleText(bytes, bytes.length).text();
    }

    /// A value on one line, cut off with an ellipsis after `limit` characters.
    public static String ofValue(String value, int limit) {
        int length = Math.min(value.length(), limit);
        int at = 0;
        while (at < length && isPlain(value.charAt(at))) {
            at++;
        }
        if (at == value.length()) {
            return value;
        }
        StringBuilder line = new StringBuilder(length + 1).append(value, 0, at);
        while (at < length) {
            int codePoint = value.codePointAt(at);
            line.append(isInvisible(codePoint) ? escape(codePoint) : Character.toString(codePoint));
            at += Character.charCount(codePoint);
        }
        return length < value.length() ? line.append(ELLIPSIS).toString() : line.toString();
    }

    /// The text, lines separated by `\n`.
    String text() {
        return text.toString();
    }

    /// Where the byte with this offset is in the text; the end for bytes that are not shown.
    int placeOf(int offset) {
        return places[Math.clamp(offset, 0, places.length - 1)];
    }

    /// The byte that is at a place of the text; the last one behind the end.
    int offsetOf(int place) {
        int found = Arrays.binarySearch(places, place);
        int at = found >= 0 ? found : Math.max(0, -found - 2);
        while (at > 0 && places[at - 1] == places[at]) {
            at--; // the first of those that are there together
        }
        return Math.min(at, Math.max(0, places.length - 2));
    }

    /// The places of the escapes in the text.
    List<StyledRange> escapes() {
        return escapes;
    }

    private static boolean isPlain(char c) {
        return c >= SPACE && c < DELETE;
    }

    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private static String escape(int codePoint) {
        return switch (codePoint) {
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> codePoint < BYTES ? "\\x" + HexFormat.of().toHexDigits((byte) codePoint)
                    : Character.isBmpCodePoint(codePoint) ? "\\u" + HexFormat.of().toHexDigits(codePoint, 4)
                    : "\\U" + HexFormat.of().toHexDigits(codePoint, 8);
        };
    }

    /// Appends the character that begins at `at`; returns where the next one begins.
    private int append(byte[] bytes, int at) {
        places[at] = text.length();
        byte first = bytes[at];
        if (first == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n') {
            text.append('\n');
            return at + 2;
        }
        if (first >= 0) {
            appendAscii(first);
            return at + 1;
        }
        int codePoint = Utf8.codePointAt(bytes, at);
        if (codePoint < 0) {
            appendEscape(first & 0xff);
            return at + 1;
        }
        if (isInvisible(codePoint)) {
            appendEscape(codePoint);
        } else {
            text.appendCodePoint(codePoint);
        }
        return at + Utf8.length(codePoint);
    }

    private void appendAscii(byte character) {
        if (isPlain((char) character) || character == '\t') {
            text.append((char) character);
            return;
        }
        appendEscape(character);
        if (character == '\n') {
            text.append('\n');
        }
    }

    private void appendEscape(int codePoint) {
        int from = text.length();
        text.append(escape(codePoint));
        escapes.add(new StyledRange(from, text.length(), "escape"));
    }
}
