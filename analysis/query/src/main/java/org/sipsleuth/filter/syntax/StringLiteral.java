package org.sipsleuth.filter.syntax;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads and writes text in quotes. Its meaning is bytes, kept as a string with a character a byte
/// (ISO 8859-1).
public final class StringLiteral {

    private static final String ESCAPES = "abfnrtv\\\"'0";
    private static final String ESCAPED = "\u0007\b\f\n\r\t\u000b\\\"'\0";

    private StringLiteral() {}

    /// The bytes that a token in quotes represents.
    ///
    /// @param token as written, quotes included
    static String bytes(String token, Place place) throws FilterSyntaxException {
        boolean raw = token.startsWith("r");
        int from = raw ? 2 : 1;
        StringBuilder bytes = new StringBuilder();
        int p = from;
        while (p < token.length() - 1) {
            if (token.charAt(p) == '\\' && !raw) {
                p = escape(token, p, place, bytes);
            } else {
                p = plain(token, p, bytes);
            }
        }
        return bytes.toString();
    }

    /// For each byte of a token in quotes, where in the filter the character is that it comes from;
    /// and behind the last, where the text ends.
    public static List<Integer> positions(String token, Place place) {
        List<Integer> positions = new ArrayList<>();
        boolean raw = token.startsWith("r");
        int p = raw ? 2 : 1;
        while (p < token.length() - 1) {
            StringBuilder bytes = new StringBuilder();
            int begin = p;
            try {
                p = token.charAt(p) == '\\' && !raw ? escape(token, p, place, bytes) : plain(token, p, bytes);
            } catch (FilterSyntaxException wrong) {
                p++;
            }
            for (int i = 0; i < bytes.length(); i++) {
                positions.add(place.from() + begin);
            }
        }
        positions.add(place.from() + p);
        return positions;
    }

    private static int plain(String token, int p, StringBuilder bytes) {
        int end = token.offsetByCodePoints(p, 1);
        byte[] utf8 = token.substring(p, end).getBytes(StandardCharsets.UTF_8);
        bytes.append(new String(utf8, StandardCharsets.ISO_8859_1));
        return end;
    }

    private static int escape(String token, int p, Place place, StringBuilder bytes) throws FilterSyntaxException {
        int last = token.length() - 1;
        char kind = p + 1 < last ? token.charAt(p + 1) : 0;
        int digits = p + 1;
        int end;
        int radix;
        if (kind == 'x') {
            digits++;
            radix = 16;
            end = digitsEnd(token, digits, Math.min(last, digits + 2), radix);
        } else if (kind >= '0' && kind <= '7') {
            radix = 8;
            end = digitsEnd(token, digits, Math.min(last, digits + 3), radix);
        } else {
            int known = ESCAPES.indexOf(kind);
            if (known < 0 || kind == 0) {
                throw wrong(token, p, Math.min(last, p + 2), place);
            }
            bytes.append(ESCAPED.charAt(known));
            return p + 2;
        }
        int code = end > digits ? Integer.parseInt(token, digits, end, radix) : 256;
        if (code > 255) {
            throw wrong(token, p, Math.max(end, p + 2), place);
        }
        bytes.append((char) code);
        return end;
    }

    private static int digitsEnd(String token, int from, int limit, int radix) {
        int p = from;
        while (p < limit && token.charAt(p) < 128 && Character.digit(token.charAt(p), radix) >= 0) {
            p++;
        }
        return p;
    }

    private static FilterSyntaxException wrong(String token, int from, int to, Place place) {
        return new FilterSyntaxException(
                token.substring(from, to)
                        + " is no escape; there are \\\\ \\\" \\n \\r \\t \\xHH \\OOO, and raw text: r\"…\"",
                new Place(place.from() + from, place.from() + to));
    }

    /// Text as it has to be written in a filter: in quotes, with escapes where they are needed.
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\r' -> quoted.append("\\r");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ' || c == 127) {
                        quoted.append(hex(c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    /// The same for bytes, a character a byte. What is no UTF-8, or nothing that can be seen, is
    /// written as numbers.
    public static String quotedBytes(String bytes) {
        try {
            byte[] utf8 = bytes.getBytes(StandardCharsets.ISO_8859_1);
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
            if (text.codePoints().allMatch(c -> c < 128 || isSeen(c))) {
                return quoted(text);
            }
        } catch (CharacterCodingException noText) {
            // its bytes are written one by one
        }
        StringBuilder numbers = new StringBuilder();
        String ascii = quoted(bytes);
        for (int i = 0; i < ascii.length(); i++) {
            char c = ascii.charAt(i);
            numbers.append(c < 128 ? String.valueOf(c) : hex(c));
        }
        return numbers.toString();
    }

    /// Marks of direction, for one, would turn what is beside them.
    private static boolean isSeen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String hex(char c) {
        return "\\x" + Character.forDigit(c >> 4, 16) + Character.forDigit(c & 15, 16);
    }
}
