package org.sipsleuth.export.anonymize.pseudonym;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/// Pseudonyms of words: letters become letters of the same case, digits digits, marks stay, and the
/// length too; no two words become one. In a word of several labels, as host names are, each label
/// depends on those after it, so that names of one domain are of one domain again.
///
/// Words are texts of one character a byte (ISO 8859-1).
final class WordPseudonyms {

    /// What says by itself that it is nobody's (RFC 3323 §4.1, RFC 6761).
    private static final Set<String> NOBODYS = Set.of("anonymous", "invalid", "localhost");

    private static final String COOKIE = "z9hg4bk";
    private static final int MOST_DOTTED = 255;
    private static final int LETTERS = 26;
    private static final int FOREIGN_LETTERS = 12;

    private final KeyedFunction function;
    private final ShapedPermutation permutation;

    WordPseudonyms(KeyedFunction function) {
        this.function = function;
        this.permutation = new ShapedPermutation(function);
    }

    /// Whether a word is kept, since it is nobody's.
    static boolean isNobodys(String word) {
        return NOBODYS.contains(word.toLowerCase(Locale.ROOT));
    }

    /// The pseudonym of a word of letters, digits, marks, and bytes beyond ASCII.
    String of(String word) {
        if (word.regionMatches(true, 0, COOKIE, 0, COOKIE.length())) {
            int end = COOKIE.length(); // the mark of RFC 3261 §8.1.1.7 says nothing of anybody
            return word.substring(0, end) + name(word.substring(end));
        }
        return name(word);
    }

    private String name(String word) {
        if (word.length() > MOST_DOTTED || word.indexOf('.') < 0) {
            return label(word, "");
        }
        if (word.equalsIgnoreCase("anonymous.invalid")) {
            return word;
        }
        StringBuilder name = new StringBuilder(word.length());
        String suffix = "";
        int end = word.length();
        while (end >= 0) {
            int from = word.lastIndexOf('.', end - 1) + 1;
            String one = word.substring(from, end);
            name.insert(0, label(one, suffix));
            if (!one.isEmpty()) {
                suffix = one.toLowerCase(Locale.ROOT) + "." + suffix;
            }
            if (from > 0) {
                name.insert(0, '.');
            }
            end = from - 1;
        }
        return name.toString();
    }

    private String label(String text, String suffix) {
        Label label = new Label(text);
        if (isForeign(text)) {
            return foreign(text, suffix);
        }
        if (label.core().isEmpty() || (suffix.isEmpty() && isNobodys(text))) {
            return text;
        }
        String core = label.core();
        if (core.length() > ShapedPermutation.MOST_PLACES) {
            return label.with(longOne(label, suffix));
        }
        return switch (label.kind()) {
            case NUMBER -> label.with(number(core, suffix));
            case HEX, MIXED -> label.with(mixed(label, core, suffix));
        };
    }

    /// Zeros before a number stay: they show how it is dialled. What follows stays free of them.
    private String number(String core, String suffix) {
        int zeros = 0;
        while (zeros < core.length() && core.charAt(zeros) == '0') {
            zeros++;
        }
        int length = core.length() - zeros;
        if (length == 0) {
            return core;
        }
        int[] digits = new int[length];
        int[] radices = new int[length];
        for (int i = 0; i < length; i++) {
            digits[i] = core.charAt(zeros + i) - (i == 0 ? '1' : '0');
            radices[i] = i == 0 ? 9 : 10;
        }
        permutation.apply(digits, radices, bytes("N" + length + "/" + suffix));
        StringBuilder text = new StringBuilder("0".repeat(zeros));
        for (int i = 0; i < length; i++) {
            text.append((char) (digits[i] + (i == 0 ? '1' : '0')));
        }
        return text.toString();
    }

    /// Permutes until the result is of the same kind again, which keeps it a permutation.
    private String mixed(Label label, String core, String suffix) {
        String result = core;
        do {
            result = once(label.kind(), result, suffix);
        } while (new Label(label.with(result)).kind() != label.kind()
                || (suffix.isEmpty() && isNobodys(label.with(result))));
        return result;
    }

    private String once(Label.Kind kind, String core, String suffix) {
        int length = core.length();
        int[] digits = new int[length];
        int[] radices = new int[length];
        StringBuilder family = new StringBuilder().append(kind.name().charAt(0));
        for (int i = 0; i < length; i++) {
            char c = core.charAt(i);
            boolean isDigit = Label.isDigit(c);
            if (kind == Label.Kind.HEX) {
                digits[i] = Character.digit(c, 16);
                radices[i] = 16;
            } else {
                digits[i] = c - (isDigit ? '0' : 'a');
                radices[i] = isDigit ? 10 : LETTERS;
            }
            family.append((char) ('a' + radices[i]));
        }
        permutation.apply(digits, radices, bytes(family.append('/').append(suffix).toString()));
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            boolean isHex = kind == Label.Kind.HEX;
            char letter = radices[i] == LETTERS ? (char) ('a' + digits[i]) : '0';
            text.append(isHex || radices[i] == 10 ? Character.forDigit(digits[i], 16) : letter);
        }
        return text.toString();
    }

    /// A word too long to be permuted: letters and digits drawn from all of it.
    private String longOne(Label label, String suffix) {
        String core = label.core();
        Draw draw = new Draw(function, bytes("L" + core + "/" + suffix));
        StringBuilder text = new StringBuilder(core.length());
        for (int i = 0; i < core.length(); i++) {
            if (label.kind() == Label.Kind.HEX) {
                text.append(Character.forDigit(draw.below(16), 16));
            } else if (Label.isDigit(core.charAt(i))) {
                text.append((char) ('0' + draw.below(10)));
            } else {
                text.append((char) ('a' + draw.below(LETTERS)));
            }
        }
        return text.toString();
    }

    /// A word with bytes beyond ASCII: letters drawn from all of it. What is no UTF-8 stays none.
    private String foreign(String text, String suffix) {
        Draw draw = new Draw(function, bytes("F" + text + "/" + suffix));
        StringBuilder word = new StringBuilder(draw.letters(Math.max(FOREIGN_LETTERS, text.length())));
        return Damage.keep(text, word).toString();
    }

    private static boolean isForeign(String text) {
        return text.chars().anyMatch(c -> c >= 0x80);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
