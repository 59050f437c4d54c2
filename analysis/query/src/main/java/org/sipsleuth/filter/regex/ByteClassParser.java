package org.sipsleuth.filter.regex;

import java.util.BitSet;

/// Reads a class of bytes: what is between `[` and `]`.
final class ByteClassParser {

    private final String pattern;
    private final int begin;
    private int at;

    /// @param from behind the `[`
    ByteClassParser(String pattern, int from) {
        this.pattern = pattern;
        begin = from - 1;
        at = from;
    }

    /// Behind the `]`.
    int end() {
        return at;
    }

    BitSet read(boolean ignoresCase) throws PatternException {
        BitSet set = new BitSet(ByteSets.BYTES);
        boolean negated = at < pattern.length() && pattern.charAt(at) == '^';
        at += negated ? 1 : 0;
        boolean first = true;
        while (first || now() != ']') {
            first = false;
            member(set);
        }
        at++;
        if (ignoresCase) {
            ByteSets.foldCase(set);
        }
        if (negated) {
            set.flip(0, ByteSets.BYTES);
        }
        return set;
    }

    private void member(BitSet set) throws PatternException {
        if (pattern.startsWith("[:", at) && pattern.indexOf(":]", at) > 0) {
            posix(set);
            return;
        }
        BitSet named = named();
        if (!named.isEmpty()) {
            set.or(named);
            return;
        }
        int place = at;
        int low = one();
        boolean isRange = now() == '-' && at + 1 < pattern.length() && pattern.charAt(at + 1) != ']';
        if (!isRange) {
            set.set(low);
            return;
        }
        at++;
        if (!named().isEmpty()) {
            throw new PatternException("a range ends with one byte", place);
        }
        int high = one();
        if (high < low) {
            throw new PatternException("the range ends before it begins", place);
        }
        set.set(low, high + 1);
    }

    private void posix(BitSet set) throws PatternException {
        int close = pattern.indexOf(":]", at);
        boolean negated = pattern.startsWith("[:^", at);
        BitSet named = ByteSets.ofPosix(pattern.substring(Math.min(at + (negated ? 3 : 2), close), close));
        if (named.isEmpty()) {
            throw new PatternException("there is no class of this name", at);
        }
        if (negated) {
            named.flip(0, ByteSets.BYTES);
        }
        set.or(named);
        at = close + 2;
    }

    /// The class of a backslash and a letter that begins here; an empty one if none does.
    private BitSet named() {
        boolean isEscape = at + 1 < pattern.length() && pattern.charAt(at) == '\\';
        char letter = isEscape ? pattern.charAt(at + 1) : 'n';
        BitSet named = letter == 'n' || letter == 'N' ? new BitSet() : ByteSets.ofEscape(letter);
        if (!named.isEmpty()) {
            at += 2;
        }
        return named;
    }

    private int one() throws PatternException {
        char c = now();
        at++;
        if (c != '\\') {
            return c;
        }
        EscapedByte escaped = EscapedByte.at(pattern, at, true);
        at = escaped.end();
        return escaped.value();
    }

    private char now() throws PatternException {
        if (at >= pattern.length()) {
            throw new PatternException("the ] of this class is missing", begin);
        }
        return pattern.charAt(at);
    }
}
