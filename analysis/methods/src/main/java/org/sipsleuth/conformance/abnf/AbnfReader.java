package org.sipsleuth.conformance.abnf;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads rules as RFC 5234 §4 writes them, with the case-sensitive strings of RFC 7405.
final class AbnfReader {

    private static final int BYTES = 256;

    private final String text;
    private int at;

    /// The rules so far, by their name in lower case.
    private final Map<String, Node> rules;

    /// The names as they were written.
    private final Map<String, String> names;

    private AbnfReader(String text, Map<String, Node> rules, Map<String, String> names) {
        this.text = text;
        this.rules = rules;
        this.names = names;
    }

    /// Adds the rules of a text.
    ///
    /// @throws AbnfException if it is no ABNF, or defines a rule a second time without `=/`
    static void read(String text, Map<String, Node> rules, Map<String, String> names) {
        for (String rule : joined(text)) {
            new AbnfReader(rule, rules, names).rule();
        }
    }

    /// A string for each rule: its lines without comments. Lines that begin with white space
    /// continue a rule.
    private static List<String> joined(String text) {
        List<String> all = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String code = withoutComment(line);
            if (code.isBlank()) {
                continue;
            }
            if (Character.isWhitespace(code.charAt(0)) && !all.isEmpty()) {
                all.set(all.size() - 1, all.getLast() + ' ' + code.strip());
            } else {
                all.add(code.strip());
            }
        }
        return all;
    }

    private static String withoutComment(String line) {
        boolean isQuoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == ';' && !isQuoted) {
                return line.substring(0, i);
            }
        }
        return line;
    }

    private void rule() {
        String name = name();
        skipSpace();
        expect('=');
        boolean isFurther = peek() == '/';
        if (isFurther) {
            at++;
        }
        Node node = choice();
        skipSpace();
        if (at < text.length()) {
            throw fault("unexpected " + text.charAt(at));
        }
        String key = name.toLowerCase(Locale.ROOT);
        Node earlier = rules.get(key);
        if ((earlier != null) != isFurther) {
            throw fault(isFurther ? "=/ without =" : "defined twice");
        }
        rules.put(key, earlier == null ? node : new Node.Choice(List.of(earlier, node)));
        names.putIfAbsent(key, name);
    }

    private Node choice() {
        List<Node> elements = new ArrayList<>();
        elements.add(sequence());
        skipSpace();
        while (peek() == '/') {
            at++;
            elements.add(sequence());
            skipSpace();
        }
        return elements.size() == 1 ? elements.getFirst() : new Node.Choice(elements);
    }

    private Node sequence() {
        List<Node> elements = new ArrayList<>();
        skipSpace();
        while (at < text.length() && ")]/".indexOf(peek()) < 0) {
            elements.add(repetition());
            skipSpace();
        }
        if (elements.isEmpty()) {
            throw fault("nothing where an element must be");
        }
        return elements.size() == 1 ? elements.getFirst() : new Node.Sequence(elements);
    }

    private Node repetition() {
        int from = at;
        int least = number(10, 0);
        boolean hasNumber = at > from;
        if (peek() == '*') {
            at++;
            return new Node.Repeat(least, number(10, Node.Repeat.UNLIMITED), element());
        }
        return hasNumber ? new Node.Repeat(least, least, element()) : element();
    }

    private Node element() {
        char c = peek();
        if (c == '(') {
            return enclosed(')');
        }
        if (c == '[') {
            return new Node.Repeat(0, 1, enclosed(']'));
        }
        if (c == '"') {
            return string(true);
        }
        if (c == '%') {
            at++;
            return value();
        }
        return new Node.Reference(name().toLowerCase(Locale.ROOT));
    }

    private Node enclosed(char end) {
        at++;
        Node node = choice();
        expect(end);
        return node;
    }

    private Node string(boolean isAnyCase) {
        int end = text.indexOf('"', at + 1);
        if (end < 0) {
            throw fault("string without an end");
        }
        String value = text.substring(at + 1, end);
        at = end + 1;
        return literal(isAnyCase ? value.toLowerCase(Locale.ROOT) : value, isAnyCase);
    }

    private static Node literal(String value, boolean isAnyCase) {
        if (value.length() != 1) {
            return new Node.Text(value, isAnyCase);
        }
        BitSet bytes = new BitSet(BYTES);
        bytes.set(value.charAt(0));
        if (isAnyCase) {
            bytes.set(Character.toUpperCase(value.charAt(0)));
        }
        return new Node.OneOf(bytes, '"' + value + '"');
    }

    /// What follows `%`.
    private Node value() {
        char kind = Character.toLowerCase(peek());
        at++;
        if (kind == 's' || kind == 'i') {
            return string(kind == 'i');
        }
        int radix = radix(kind);
        int from = at - 2;
        int first = number(radix, -1);
        if (peek() == '-') {
            at++;
            BitSet bytes = new BitSet(BYTES);
            bytes.set(first, number(radix, -1) + 1);
            return new Node.OneOf(bytes, text.substring(from, at));
        }
        StringBuilder all = new StringBuilder().append((char) first);
        while (peek() == '.') {
            at++;
            all.append((char) number(radix, -1));
        }
        if (all.length() > 1) {
            return new Node.Text(all.toString(), false);
        }
        BitSet bytes = new BitSet(BYTES);
        bytes.set(first);
        return new Node.OneOf(bytes, text.substring(from, at));
    }

    private int radix(char kind) {
        return switch (kind) {
            case 'x' -> 16;
            case 'd' -> 10;
            case 'b' -> 2;
            default -> throw fault("unknown base " + kind);
        };
    }

    private int number(int radix, int otherwise) {
        int from = at;
        while (at < text.length() && Character.digit(text.charAt(at), radix) >= 0) {
            at++;
        }
        if (at == from && otherwise < 0) {
            throw fault("no number");
        }
        return at == from ? otherwise : Integer.parseInt(text.substring(from, at), radix);
    }

    private String name() {
        int from = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-')) {
            at++;
        }
        if (at == from) {
            throw fault("no name");
        }
        return text.substring(from, at);
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void expect(char wanted) {
        skipSpace();
        if (peek() != wanted) {
            throw fault("no " + wanted);
        }
        at++;
    }

    private AbnfException fault(String what) {
        return new AbnfException(what + " at " + at + " of: " + text);
    }
}
