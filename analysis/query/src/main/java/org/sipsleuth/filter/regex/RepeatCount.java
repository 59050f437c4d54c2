package org.sipsleuth.filter.regex;

import org.jspecify.annotations.Nullable;

/// How often something repeats: `*`, `+`, `?`, `{2}`, `{2,}`, `{2,5}`.
///
/// @param most [Node#UNBOUNDED] for any number
/// @param end behind it
record RepeatCount(int least, int most, int end) {

    private static final int MAX_DIGITS = 6;

    /// The one that begins here, or null; a brace that holds no numbers represents itself.
    static @Nullable RepeatCount at(String pattern, int at) {
        if (at >= pattern.length()) {
            return null;
        }
        return switch (pattern.charAt(at)) {
            case '*' -> new RepeatCount(0, Node.UNBOUNDED, at + 1);
            case '+' -> new RepeatCount(1, Node.UNBOUNDED, at + 1);
            case '?' -> new RepeatCount(0, 1, at + 1);
            case '{' -> braces(pattern, at);
            default -> null;
        };
    }

    private static @Nullable RepeatCount braces(String pattern, int at) {
        int p = digitsEnd(pattern, at + 1);
        if (p == at + 1 || p - at > MAX_DIGITS || p >= pattern.length()) {
            return null;
        }
        int least = Integer.parseInt(pattern, at + 1, p, 10);
        if (pattern.charAt(p) == '}') {
            return new RepeatCount(least, least, p + 1);
        }
        if (pattern.charAt(p) != ',') {
            return null;
        }
        int end = digitsEnd(pattern, p + 1);
        if (end >= pattern.length() || pattern.charAt(end) != '}' || end - p > MAX_DIGITS) {
            return null;
        }
        int most = end == p + 1 ? Node.UNBOUNDED : Integer.parseInt(pattern, p + 1, end, 10);
        return most >= 0 && most < least ? null : new RepeatCount(least, most, end + 1);
    }

    private static int digitsEnd(String pattern, int from) {
        int p = from;
        while (p < pattern.length() && pattern.charAt(p) >= '0' && pattern.charAt(p) <= '9') {
            p++;
        }
        return p;
    }
}
