package org.sipsleuth.filter.regex;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.sipsleuth.filter.regex.Node.Assertion;

/// Reads patterns (perlre, as far as an automaton can run it).
final class PatternParser {

    private static final int MAX_DEPTH = 100;

    /// The highest number of repetitions; RE2 has the same.
    static final int MAX_REPEATS = 1_000;

    private final String pattern;
    private int at;
    private int depth;
    private Flags flags;

    /// What `(?i)` and its like switch.
    record Flags(boolean ignoresCase, boolean multiline, boolean dotIsAll) {}

    /// @param pattern a character a byte
    PatternParser(String pattern, boolean ignoresCase) {
        this.pattern = pattern;
        flags = new Flags(ignoresCase, false, false);
    }

    Node parse() throws PatternException {
        Node root = choice();
        if (at < pattern.length()) {
            throw wrong("there is no ( before this )", at);
        }
        return root;
    }

    private Node choice() throws PatternException {
        List<Node> parts = new ArrayList<>();
        Flags before = flags;
        parts.add(sequence());
        while (accept('|')) {
            parts.add(sequence());
        }
        flags = before;
        return parts.size() == 1 ? parts.getFirst() : new Node.Choice(parts);
    }

    private Node sequence() throws PatternException {
        List<Node> parts = new ArrayList<>();
        while (at < pattern.length() && now() != '|' && now() != ')') {
            if (pattern.startsWith("\\Q", at)) {
                literal(parts);
            } else {
                repeated(parts, atom());
            }
        }
        return parts.size() == 1 ? parts.getFirst() : new Node.Sequence(parts);
    }

    /// `\Q…\E`: all between represents itself.
    private void literal(List<Node> parts) throws PatternException {
        int end = pattern.indexOf("\\E", at);
        int to = end < 0 ? pattern.length() : end;
        for (int i = at + 2; i < to; i++) {
            Node one = bytes(ByteSets.of(pattern.charAt(i)));
            if (i == to - 1 && end >= 0) {
                at = end + 2;
                repeated(parts, one);
                return;
            }
            parts.add(one);
        }
        at = end < 0 ? to : end + 2;
    }

    private void repeated(List<Node> parts, Node atom) throws PatternException {
        int begin = at;
        RepeatCount count = RepeatCount.at(pattern, at);
        if (count == null) {
            parts.add(atom);
            return;
        }
        at = count.end();
        if (accept('+')) {
            throw wrong("possessive repetitions are not supported; remove the +", at - 1);
        }
        boolean isLazy = accept('?');
        if (RepeatCount.at(pattern, at) != null) {
            throw wrong("there is nothing to repeat before this", at);
        }
        if (count.least() > MAX_REPEATS || count.most() > MAX_REPEATS) {
            throw wrong("a repetition count is at most " + MAX_REPEATS + " times", begin);
        }
        parts.add(new Node.Repeat(atom, count.least(), count.most(), isLazy));
    }

    private Node atom() throws PatternException {
        int begin = at;
        char c = pattern.charAt(at++);
        return switch (c) {
            case '(' -> group(begin);
            case '[' -> {
                ByteClassParser parser = new ByteClassParser(pattern, at);
                BitSet set = parser.read(flags.ignoresCase());
                at = parser.end();
                yield new Node.Bytes(set);
            }
            case '.' -> {
                BitSet all = new BitSet(ByteSets.BYTES);
                all.set(0, ByteSets.BYTES);
                all.set('\n', flags.dotIsAll());
                yield new Node.Bytes(all);
            }
            case '^' -> new Node.At(flags.multiline() ? Assertion.LINE_BEGIN : Assertion.BEGIN);
            case '$' -> new Node.At(flags.multiline() ? Assertion.LINE_END : Assertion.END_OR_LAST_NEWLINE);
            case '\\' -> escape(begin);
            case '*', '+', '?' -> throw wrong("there is nothing to repeat before this", begin);
            default -> bytes(ByteSets.of(c));
        };
    }

    private Node escape(int begin) throws PatternException {
        if (at == pattern.length()) {
            throw wrong("expected a character after the backslash", begin);
        }
        char letter = pattern.charAt(at);
        Assertion assertion = switch (letter) {
            case 'b' -> Assertion.WORD_EDGE;
            case 'B' -> Assertion.NO_WORD_EDGE;
            case 'A' -> Assertion.BEGIN;
            case 'z' -> Assertion.END;
            case 'Z' -> Assertion.END_OR_LAST_NEWLINE;
            default -> null;
        };
        if (assertion != null) {
            at++;
            return new Node.At(assertion);
        }
        BitSet named = letter == 'n' ? new BitSet() : ByteSets.ofEscape(letter);
        if (!named.isEmpty()) {
            at++;
            return new Node.Bytes(named);
        }
        EscapedByte escaped = EscapedByte.at(pattern, at, false);
        at = escaped.end();
        return bytes(ByteSets.of(escaped.value()));
    }

    private Node group(int begin) throws PatternException {
        if (++depth > MAX_DEPTH) {
            throw wrong("a pattern nests at most " + MAX_DEPTH + " groups", begin);
        }
        Flags outside = flags;
        if (accept('?')) {
            if (isFlagsAlone(begin)) {
                depth--;
                return new Node.Sequence(List.of());
            }
        } else if (at < pattern.length() && now() == '*') {
            throw wrong("verbs such as (*…) are not supported", begin);
        }
        Node inner = choice();
        if (!accept(')')) {
            throw wrong("the ) of this group is missing", begin);
        }
        flags = outside;
        depth--;
        return inner;
    }

    /// Reads what follows `(?`; `(?i)` has no group behind it, and holds to the end of the one
    /// around it.
    private boolean isFlagsAlone(int begin) throws PatternException {
        if (accept(':')) {
            return false;
        }
        String rest = pattern.substring(at, Math.min(at + 2, pattern.length()));
        if (rest.startsWith("=") || rest.startsWith("!") || rest.startsWith(">") || rest.equals("<=")
                || rest.equals("<!")) {
            throw wrong("lookahead, lookbehind and atomic groups are not supported: their running time is unbounded",
                    begin);
        }
        if (rest.startsWith("<") || rest.startsWith("P<") || rest.startsWith("'")) {
            int end = pattern.indexOf(rest.startsWith("'") ? '\'' : '>', at + 1);
            if (end < 0) {
                throw wrong("the name of this group has no end", begin);
            }
            at = end + 1;
            return false;
        }
        boolean on = true;
        while (at < pattern.length()) {
            char c = pattern.charAt(at++);
            switch (c) {
                case '-' -> on = false;
                case 'i' -> flags = new Flags(on, flags.multiline(), flags.dotIsAll());
                case 'm' -> flags = new Flags(flags.ignoresCase(), on, flags.dotIsAll());
                case 's' -> flags = new Flags(flags.ignoresCase(), flags.multiline(), on);
                case ')' -> {
                    return true;
                }
                case ':' -> {
                    return false;
                }
                default -> throw wrong("expected one of i, m, s, - or : after (?", at - 1);
            }
        }
        throw wrong("the ) of this group is missing", begin);
    }

    private Node.Bytes bytes(BitSet set) {
        if (flags.ignoresCase()) {
            ByteSets.foldCase(set);
        }
        return new Node.Bytes(set);
    }

    private char now() {
        return pattern.charAt(at);
    }

    private boolean accept(char c) {
        boolean isNext = at < pattern.length() && now() == c;
        at += isNext ? 1 : 0;
        return isNext;
    }

    private static PatternException wrong(String message, int at) {
        return new PatternException(message, at);
    }
}
