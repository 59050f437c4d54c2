package org.sipsleuth.view.message;

import java.util.Arrays;

/// Bytes as text in which everything can be seen: UTF-8 is decoded; control characters become
/// their pictures (`␛`), invisible characters `␦`, and each byte that is no UTF-8 `�`. A line ends
/// with CR LF; a lone CR or LF shows its picture. Knows where each byte came to stand.
public final class VisibleText {

    /// Longer lines are broken for the screen: laying out one line costs more than its share.
    static final int LINE_LIMIT = 2_000;

    private static final int PICTURES = 0x2400;
    private static final char PICTURE_OF_DELETE = '\u2421';
    private static final char INVISIBLE = '\u2426';
    private static final char NO_CHARACTER = '\ufffd';
    private static final int SPACE = 0x20;
    private static final int DELETE = 0x7f;
    private static final char ELLIPSIS = '…';

    private final StringBuilder text = new StringBuilder();
    private final int[] places;
    private boolean brokenLines;

    private VisibleText(byte[] bytes, int shown, int lineLimit) {
        places = new int[shown + 1];
        int lineFrom = 0;
        int at = 0;
        while (at < shown) {
            if (text.length() - lineFrom >= lineLimit && bytes[at] != '\r' && bytes[at] != '\n') {
                text.append('\n');
                brokenLines = true;
                lineFrom = text.length();
            }
            int next = Math.min(shown, append(bytes, at));
            Arrays.fill(places, at + 1, next, places[at]);
            places[next] = text.length();
            if (!text.isEmpty() && text.charAt(text.length() - 1) == '\n') {
                lineFrom = text.length();
            }
            at = next;
        }
    }

    /// The first `limitBytes` of the bytes for the screen, very long lines broken.
    static VisibleText forScreen(byte[] bytes, int limitBytes) {
        return new VisibleText(bytes, Math.min(bytes.length, limitBytes), LINE_LIMIT);
    }

    /// All of the bytes, for the clipboard.
    public static String ofBytes(byte[] bytes) {
        return new VisibleText(bytes, bytes.length, Integer.MAX_VALUE).text();
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
        for (; at < length; at++) {
            line.append(picture(value.charAt(at)));
        }
        return length < value.length() ? line.append(ELLIPSIS).toString() : line.toString();
    }

    /// The text, lines separated by `\n`.
    String text() {
        return text.toString();
    }

    /// Where the byte with this offset stands in the text; the end for bytes that are not shown.
    int placeOf(int offset) {
        return places[Math.clamp(offset, 0, places.length - 1)];
    }

    /// Whether lines were broken that are one line in the message.
    boolean hasBrokenLines() {
        return brokenLines;
    }

    private static boolean isPlain(char c) {
        return c >= SPACE && c < DELETE;
    }

    private static char picture(char c) {
        if (c < SPACE) {
            return (char) (PICTURES + c);
        }
        if (c == DELETE) {
            return PICTURE_OF_DELETE;
        }
        return isInvisible(c) ? INVISIBLE : c;
    }

    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    true;
            default -> false;
        };
    }

    /// Appends the character that begins at `at`; gives where the next one begins.
    private int append(byte[] bytes, int at) {
        places[at] = text.length();
        byte first = bytes[at];
        if (first == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n') {
            text.append('\n');
            return at + 2;
        }
        if (first == '\n') {
            text.append(picture('\n')).append('\n');
            return at + 1;
        }
        if (first >= 0) {
            text.append(first == '\t' ? '\t' : picture((char) first));
            return at + 1;
        }
        int codePoint = Utf8.codePointAt(bytes, at);
        if (codePoint < 0) {
            text.append(NO_CHARACTER);
            return at + 1;
        }
        if (isInvisible(codePoint)) {
            text.append(INVISIBLE);
        } else {
            text.appendCodePoint(codePoint);
        }
        return at + Utf8.length(codePoint);
    }
}
