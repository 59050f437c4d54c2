package org.sipsleuth.casefile.store;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Which names of analysts count as the same: those that differ only in case, in spaces, in
/// characters that are not seen, or in letters of other scripts that look like those of Latin.
final class AnalystName {

    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Z}\\p{C}\\s\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u2800"
                    + "\\u3164\\ufe00-\\ufe0f\\uffa0\\x{e0100}-\\x{e01ef}]+");

    /// Letters and digits that look like the character at the same place of [#LOOKS_LIKE]:
    /// Cyrillic, Greek, then those of ASCII itself.
    private static final String MISTAKEN =
            "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u0501\u051b\u051d\u04bb"
                    + "\u04cf\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423"
                    + "\u0425\u0405\u0406\u0408\u04c0"
                    + "\u03b1\u03b9\u03ba\u03bd\u03bf\u03c1\u03c5\u03b3\u0391\u0392\u0395\u0396"
                    + "\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7I1|0";

    private static final String LOOKS_LIKE = "aeopcyxsijdqwhlABEKMHOPCTYXSlJlaikvopuyABEZHlKMNOPTYXlllo";

    private AnalystName() {}

    /// Names of which one is the same have a key in common.
    static Set<String> keys(String name) {
        String normal = seen(name);
        StringBuilder look = new StringBuilder();
        normal.codePoints().map(AnalystName::look).forEach(look::appendCodePoint);
        return Set.copyOf(List.of(folded(normal), folded(look.toString())));
    }

    private static String seen(String name) {
        return UNSEEN.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).replaceAll("");
    }

    private static int look(int letter) {
        int at = MISTAKEN.indexOf(letter);
        return at < 0 ? letter : LOOKS_LIKE.charAt(at);
    }

    /// Upper case first, since some letters have two in lower case.
    private static String folded(String text) {
        return seen(text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
    }
}
