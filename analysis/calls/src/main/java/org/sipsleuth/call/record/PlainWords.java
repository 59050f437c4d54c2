package org.sipsleuth.call.record;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Makes words comparable that differ in case, in accents, or in the signs between their parts.
final class PlainWords {

    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\u00A0_.-]+");

    private PlainWords() {}

    /// In lower case, without accents, its parts separated by single underscores.
    static String of(CharSequence text) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return BETWEEN.matcher(plain.strip().toLowerCase(Locale.ROOT)).replaceAll("_");
    }
}
