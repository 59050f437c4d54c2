package org.sipsleuth.view.ngram.signature;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Byte strings as they are typed: printable ASCII as it is, a backslash twice, all others as
/// `\xNN`.
final class EditedBytes {

    private static final Pattern ESCAPE = Pattern.compile("\\\\(x[0-9A-Fa-f]{2}|r|n|t|\\\\)");
    private static final int HEX = 16;

    private EditedBytes() {}

    /// The text of bytes.
    ///
    /// @param bytes one character for each (ISO 8859-1)
    static String of(String bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length(); i++) {
            char each = bytes.charAt(i);
            switch (each) {
                case '\\' -> text.append("\\\\");
                case '\r' -> text.append("\\r");
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                default -> {
                    if (each >= ' ' && each < 0x7f) {
                        text.append(each);
                    } else {
                        text.append(String.format("\\x%02x", (int) each));
                    }
                }
            }
        }
        return text.toString();
    }

    /// The bytes of a text; a backslash before something else stands for itself.
    ///
    /// @throws IllegalArgumentException if a character is no byte
    static String parse(String typed) {
        if (typed.chars().anyMatch(each -> each > 0xff)) {
            throw new IllegalArgumentException("type bytes above 0xff as \\xNN");
        }
        return ESCAPE.matcher(typed).replaceAll(found -> Matcher.quoteReplacement(switch (found.group(1)) {
            case "r" -> "\r";
            case "n" -> "\n";
            case "t" -> "\t";
            case "\\" -> "\\";
            default -> Character.toString((char) Integer.parseInt(found.group(1).substring(1), HEX));
        }));
    }
}
