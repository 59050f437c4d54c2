package org.sipsleuth.export.anonymize.message;

import java.util.regex.Pattern;

/// Distinguishes counts, measurements and ports from numbers that may identify a person.
final class Numbers {

    private static final Pattern COUNT = Pattern.compile("\\d{1,10}(?:\\.\\d{1,6})?");
    private static final int PORT_DIGITS = 5;
    private static final int MOST_PORT = 65_535;

    private Numbers() {}

    /// Whether it is a number of at most ten digits, with a fraction or without.
    static boolean isCount(String text) {
        return text.length() <= 17 && COUNT.matcher(text).matches();
    }

    /// Whether it is a number of at most so many digits, and nothing else.
    static boolean hasAtMost(int digits, String text) {
        return !text.isEmpty() && text.length() <= digits && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// Whether it can be the number of a port.
    static boolean isPort(String text) {
        return hasAtMost(PORT_DIGITS, text) && Integer.parseInt(text) <= MOST_PORT;
    }
}
