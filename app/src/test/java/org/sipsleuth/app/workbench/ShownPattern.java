package org.sipsleuth.app.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text of a bundle read backwards: from what the window shows to the numbers it was made of.
final class ShownPattern {

    private static final Pattern LIMIT = Pattern.compile("^(-?[0-9.]+)([#<\u2264])");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9,]*(\\.[0-9]+)?|\\.[0-9]+");

    private final String pattern;
    private final Pattern regex;
    private final List<Group> groups = new ArrayList<>();
    private final Set<Integer> numbers = new TreeSet<>();

    /// What a group of the expression stands for: a number as written, or the one that a choice
    /// such as *no calls* stands for.
    private record Group(int argument, OptionalDouble fixed) {}

    ShownPattern(String pattern) {
        this.pattern = pattern;
        StringBuilder written = new StringBuilder();
        append(pattern, written);
        regex = Pattern.compile(written.toString(), Pattern.DOTALL);
    }

    /// The arguments that the pattern itself formats as numbers or decides by.
    Set<Integer> numbers() {
        return numbers;
    }

    /// The same with words in place of its first argument.
    ShownPattern startingWith(String words) {
        return new ShownPattern(pattern.replace("{0}", words));
    }

    /// The numbers of a text, by argument; nothing if it was not made of this pattern.
    Optional<Map<Integer, Double>> read(String text) {
        Matcher matcher = regex.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<Integer, Double> read = new HashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            String its = matcher.group(i + 1);
            Group group = groups.get(i);
            if (its == null) {
                continue;
            }
            if (group.fixed.isPresent()) {
                read.put(group.argument, group.fixed.getAsDouble());
            } else if (NUMBER.matcher(its).matches()) {
                read.put(group.argument, Double.valueOf(its.replace(",", "")));
            }
        }
        return Optional.of(read);
    }

    private void append(String pattern, StringBuilder to) {
        int at = 0;
        StringBuilder literal = new StringBuilder();
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == '\'' && pattern.startsWith("''", at)) {
                literal.append('\'');
                at += 2;
            } else if (c == '{') {
                quote(literal, to);
                int end = end(pattern, at);
                argument(pattern.substring(at + 1, end), to);
                at = end + 1;
            } else {
                literal.append(c);
                at++;
            }
        }
        quote(literal, to);
    }

    private static void quote(StringBuilder literal, StringBuilder to) {
        if (!literal.isEmpty()) {
            to.append(Pattern.quote(literal.toString()));
            literal.setLength(0);
        }
    }

    private static int end(String pattern, int open) {
        int depth = 0;
        for (int i = open; i < pattern.length(); i++) {
            depth += pattern.charAt(i) == '{' ? 1 : pattern.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException(pattern);
    }

    private void argument(String inside, StringBuilder to) {
        String[] parts = inside.split(",", 3);
        int number = Integer.parseInt(parts[0].trim());
        if (parts.length == 1) {
            to.append("(.+?)");
            groups.add(new Group(number, OptionalDouble.empty()));
        } else if (parts[1].trim().equals("number")) {
            numbers.add(number);
            to.append("(-?[0-9.,]+)%?");
            groups.add(new Group(number, OptionalDouble.empty()));
        } else {
            numbers.add(number);
            to.append("(?:");
            List<String> choices = choices(parts[2]);
            for (int i = 0; i < choices.size(); i++) {
                to.append(i == 0 ? "" : "|");
                choice(number, choices.get(i), to);
            }
            to.append(')');
        }
    }

    private void choice(int number, String choice, StringBuilder to) {
        Matcher limit = LIMIT.matcher(choice);
        if (!limit.find()) {
            throw new IllegalArgumentException(choice);
        }
        String words = choice.substring(limit.end());
        if (limit.group(2).equals("#") && !words.contains("{" + number)) {
            to.append("(");
            groups.add(new Group(number, OptionalDouble.of(Double.parseDouble(limit.group(1)))));
            append(words, to);
            to.append(")");
        } else {
            append(words, to);
        }
    }

    private static List<String> choices(String inside) {
        List<String> choices = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == '|' && depth == 0) {
                choices.add(inside.substring(from, i));
                from = i + 1;
            }
        }
        choices.add(inside.substring(from));
        return choices;
    }
}
