package org.sipsleuth.filter.regex;

import java.util.BitSet;

/// Sets of bytes that have names.
final class ByteSets {

    static final int BYTES = 256;

    private ByteSets() {}

    /// The set of a letter after a backslash (`d`, `W` …), or an empty one.
    static BitSet ofEscape(int letter) {
        BitSet set = new BitSet(BYTES);
        switch (Character.toLowerCase(letter)) {
            case 'd' -> set.set('0', '9' + 1);
            case 'w' -> {
                set.set('0', '9' + 1);
                set.set('a', 'z' + 1);
                set.set('A', 'Z' + 1);
                set.set('_');
            }
            case 's' -> {
                set.set('\t', '\r' + 1);
                set.set(' ');
            }
            case 'h' -> {
                set.set('\t');
                set.set(' ');
                set.set(0xa0);
            }
            case 'v' -> {
                set.set('\n', '\r' + 1);
                set.set(0x85);
            }
            case 'n' -> {
                if (letter == 'N') { // not a line end; \n is one byte
                    set.set('\n');
                }
            }
            default -> {
                return set;
            }
        }
        if (Character.isUpperCase(letter)) {
            set.flip(0, BYTES);
        }
        return set;
    }

    /// The set of a POSIX class: `alpha`, `xdigit` …; empty if there is none of that name.
    static BitSet ofPosix(String name) {
        BitSet set = new BitSet(BYTES);
        for (int c = 0; c < 128; c++) {
            boolean digit = c >= '0' && c <= '9';
            boolean lower = c >= 'a' && c <= 'z';
            boolean upper = c >= 'A' && c <= 'Z';
            boolean graph = c > ' ' && c < 127;
            boolean member = switch (name) {
                case "alpha" -> lower || upper;
                case "digit" -> digit;
                case "alnum" -> lower || upper || digit;
                case "lower" -> lower;
                case "upper" -> upper;
                case "space" -> c == ' ' || (c >= '\t' && c <= '\r');
                case "blank" -> c == ' ' || c == '\t';
                case "xdigit" -> digit || (Character.digit(c, 16) >= 0);
                case "cntrl" -> c < ' ' || c == 127;
                case "print" -> graph || c == ' ';
                case "graph" -> graph;
                case "punct" -> graph && !digit && !lower && !upper;
                case "word" -> digit || lower || upper || c == '_';
                default -> false;
            };
            set.set(c, member);
        }
        return set;
    }

    /// Adds to each ASCII letter of the set the one of the other case.
    static void foldCase(BitSet set) {
        for (int c = 'a'; c <= 'z'; c++) {
            int upper = c - 'a' + 'A';
            boolean either = set.get(c) || set.get(upper);
            set.set(c, either);
            set.set(upper, either);
        }
    }

    /// Whether a byte is part of a word; none above ASCII is.
    static boolean isWord(int b) {
        return (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == '_';
    }

    /// A set of one byte.
    static BitSet of(int one) {
        BitSet set = new BitSet(BYTES);
        set.set(one);
        return set;
    }
}
