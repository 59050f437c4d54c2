package org.sipsleuth.export.anonymize.message;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Keeps only known products with their versions in User-Agent and Server: names of owners,
/// serial numbers, hardware addresses and telephone numbers often follow them.
final class ProductText {

    /// Pairs of hexadecimal digits, numbers with what joins them, or letters and digits in one.
    private static final Pattern PIECE = Pattern.compile("(?:\\p{XDigit}{2}[:-]){3,}+\\p{XDigit}{2}"
            + "|(?<![A-Za-z\\x80-\\xff])\\d+(?:[-._: ]\\d+)*+(?![A-Za-z\\x80-\\xff])|[A-Za-z\\d\\x80-\\xff]++");

    private static final Pattern VERSION = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){0,2}");
    private static final Pattern WITH_NUMBER = Pattern.compile("([A-Za-z]+)\\d{1,3}|\\d{1,3}([A-Za-z]+)");

    private final Words words;
    private final boolean keepAll;

    ProductText(Words words, boolean keepAll) {
        this.words = words;
        this.keepAll = keepAll;
    }

    String of(String value) {
        if (keepAll) {
            return value;
        }
        return PIECE.matcher(value).replaceAll(piece -> Matcher.quoteReplacement(replaced(piece.group())));
    }

    private String replaced(String piece) {
        boolean stays = VERSION.matcher(piece).matches() || isProduct(piece);
        return stays ? piece : words.of(piece);
    }

    private static boolean isProduct(String piece) {
        Matcher both = WITH_NUMBER.matcher(piece);
        if (!both.matches()) {
            return Vocabulary.SHIPPED.isProduct(piece);
        }
        String letters = both.group(1) == null ? both.group(2) : both.group(1);
        return Vocabulary.SHIPPED.isProduct(piece) || Vocabulary.SHIPPED.isProduct(letters);
    }
}
