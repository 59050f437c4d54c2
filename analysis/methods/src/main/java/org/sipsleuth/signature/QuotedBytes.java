package org.sipsleuth.signature;

import java.util.HexFormat;
import java.util.stream.Collectors;

/// Bytes as rules write them: none of them can end a rule or begin another one.
final class QuotedBytes {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private QuotedBytes() {}

    /// Two hexadecimal digits for each byte, separated by spaces.
    static String hex(String text) {
        return text.chars().mapToObj(its -> HEX.toHexDigits((byte) its)).collect(Collectors.joining(" "));
    }

    /// Letters, digits and some marks as they are, a dot for all else: for comments.
    static String comment(String text) {
        return text.chars()
                .mapToObj(its -> isPlain(its) ? String.valueOf((char) its) : ".")
                .collect(Collectors.joining());
    }

    private static boolean isPlain(int its) {
        return (its >= 'a' && its <= 'z') || (its >= 'A' && its <= 'Z') || (its >= '0' && its <= '9')
                || " :@<>=;,-_%+".indexOf(its) >= 0;
    }
}
