package org.sipsleuth.export.anonymize.pseudonym;

import java.util.Locale;

/// A word in its parts: its letters and digits in lower case, and where case and marks stand.
final class Label {

    /// What a word's letters and digits are, which its pseudonym is too.
    enum Kind {
        /// Digits only.
        NUMBER,
        /// Hexadecimal digits of both sorts, letters of one case: a random number, mostly.
        HEX,
        /// Letters and digits.
        MIXED
    }

    private static final int LEAST_HEX = 4;

    private final String text;
    private final String core;
    private final Kind kind;
    private final boolean hasUpper;

    Label(String text) {
        this.text = text;
        StringBuilder letters = new StringBuilder(text.length());
        boolean upper = false;
        boolean lower = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isAlphanumeric(c)) {
                letters.append(c);
                upper |= c >= 'A' && c <= 'Z';
                lower |= c >= 'a' && c <= 'z';
            }
        }
        this.core = letters.toString().toLowerCase(Locale.ROOT);
        this.hasUpper = upper;
        this.kind = kind(core, upper && lower);
    }

    static boolean isAlphanumeric(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static Kind kind(String core, boolean bothCases) {
        int digits = 0;
        int hexLetters = 0;
        for (int i = 0; i < core.length(); i++) {
            char c = core.charAt(i);
            digits += isDigit(c) ? 1 : 0;
            hexLetters += c >= 'a' && c <= 'f' ? 1 : 0;
        }
        if (digits == core.length()) {
            return Kind.NUMBER;
        }
        boolean hex = digits + hexLetters == core.length() && digits > 0;
        return hex && !bothCases && core.length() >= LEAST_HEX ? Kind.HEX : Kind.MIXED;
    }

    /// Its letters and digits, in lower case.
    String core() {
        return core;
    }

    Kind kind() {
        return kind;
    }

    /// The word with another core of the same length in its place.
    String with(String other) {
        StringBuilder word = new StringBuilder(text.length());
        int next = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isAlphanumeric(c)) {
                word.append(c);
                continue;
            }
            char its = other.charAt(next++);
            boolean upper = kind == Kind.HEX ? hasUpper : c >= 'A' && c <= 'Z';
            word.append(upper ? Character.toUpperCase(its) : its);
        }
        return word.toString();
    }
}
