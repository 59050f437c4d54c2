package org.sipsleuth.filter.regex;

/// A byte that is written with a backslash.
///
/// @param end behind it
record EscapedByte(int value, int end) {

    /// The one whose letter, after the backslash, is here.
    ///
    /// @param inClass whether it is between brackets
    static EscapedByte at(String pattern, int at, boolean inClass) throws PatternException {
        if (at >= pattern.length()) {
            throw new PatternException("expected a character after the backslash", at - 1);
        }
        char letter = pattern.charAt(at);
        return switch (letter) {
            case 'n' -> new EscapedByte('\n', at + 1);
            case 'r' -> new EscapedByte('\r', at + 1);
            case 't' -> new EscapedByte('\t', at + 1);
            case 'f' -> new EscapedByte('\f', at + 1);
            case 'a' -> new EscapedByte(7, at + 1);
            case 'e' -> new EscapedByte(27, at + 1);
            case 'b' -> {
                if (!inClass) {
                    throw unknown(letter, at);
                }
                yield new EscapedByte('\b', at + 1);
            }
            case 'x' -> hex(pattern, at + 1);
            case '0' -> digits(pattern, at, Math.min(at + 3, pattern.length()), 8);
            default -> {
                if (letter >= '1' && letter <= '9') {
                    throw new PatternException(
                            "references to groups are not supported: their running time is unbounded", at - 1);
                }
                if (letter < 128 && Character.isLetter(letter)) {
                    throw unknown(letter, at);
                }
                yield new EscapedByte(letter, at + 1);
            }
        };
    }

    private static EscapedByte hex(String pattern, int from) throws PatternException {
        if (from < pattern.length() && pattern.charAt(from) == '{') {
            int close = pattern.indexOf('}', from);
            EscapedByte braced = digits(pattern, from + 1, Math.max(close, from + 1), 16);
            if (braced.end() != close || close == from + 1 || braced.value() >= ByteSets.BYTES) {
                throw new PatternException("expected one byte, as in \\x{41}", from);
            }
            return new EscapedByte(braced.value(), close + 1);
        }
        return digits(pattern, from, Math.min(from + 2, pattern.length()), 16);
    }

    private static EscapedByte digits(String pattern, int from, int limit, int radix) {
        int value = 0;
        int p = from;
        while (p < limit && p < from + 3) {
            int digit = pattern.charAt(p) < 128 ? Character.digit(pattern.charAt(p), radix) : -1;
            if (digit < 0) {
                break;
            }
            value = value * radix + digit;
            p++;
        }
        return new EscapedByte(value, p);
    }

    private static PatternException unknown(char letter, int at) {
        return new PatternException("\\" + letter + " is not an escape here", at - 1);
    }
}
