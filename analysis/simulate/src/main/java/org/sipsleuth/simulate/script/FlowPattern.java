package org.sipsleuth.simulate.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sipsleuth.simulate.clock.SeededRandom;

/// A message flow with options, alternatives and repetitions, of which flows are drawn. The
/// notation is described at the top of `call-flows.txt`. Immutable.
sealed interface FlowPattern {

    /// Adds the tokens of a drawn flow to a list.
    void draw(SeededRandom draws, List<String> tokens);

    /// Parses a pattern.
    ///
    /// @param parts named parts that it may use
    /// @throws IllegalArgumentException if it is not well-formed
    static FlowPattern parse(String pattern, Map<String, FlowPattern> parts) {
        return new Parser(pattern, parts).parse();
    }

    /// A request, a status code.
    record Token(String text) implements FlowPattern {
        @Override
        public void draw(SeededRandom draws, List<String> tokens) {
            tokens.add(text);
        }
    }

    /// One after another.
    record Row(List<FlowPattern> items) implements FlowPattern {
        @Override
        public void draw(SeededRandom draws, List<String> tokens) {
            items.forEach(item -> item.draw(draws, tokens));
        }
    }

    /// One of several, all equally likely.
    record Choice(List<FlowPattern> items) implements FlowPattern {
        @Override
        public void draw(SeededRandom draws, List<String> tokens) {
            draws.of(items).draw(draws, tokens);
        }
    }

    /// A pattern several times, more often a few times than many.
    record Repetition(FlowPattern item, int least, int most) implements FlowPattern {
        @Override
        public void draw(SeededRandom draws, List<String> tokens) {
            int times = least;
            while (times < most && draws.chance(0.5)) {
                times++;
            }
            for (int i = 0; i < times; i++) {
                item.draw(draws, tokens);
            }
        }
    }

    /// Reads one pattern.
    final class Parser {

        private static final String SPECIAL = "()|?*+ ";
        private static final int MOST_REPETITIONS = 3;

        private final String pattern;
        private final Map<String, FlowPattern> parts;
        private int at;

        private Parser(String pattern, Map<String, FlowPattern> parts) {
            this.pattern = pattern;
            this.parts = parts;
        }

        private FlowPattern parse() {
            FlowPattern whole = choice();
            if (at < pattern.length()) {
                throw new IllegalArgumentException("Not a flow: " + pattern);
            }
            return whole;
        }

        private FlowPattern choice() {
            List<FlowPattern> items = new ArrayList<>(alternatives(row()));
            while (skips('|')) {
                items.addAll(alternatives(row()));
            }
            return items.size() == 1 ? items.getFirst() : new Choice(List.copyOf(items));
        }

        /// A choice within a choice: each of its alternatives is as likely as the others.
        private static List<FlowPattern> alternatives(FlowPattern row) {
            return row instanceof Row(var only) && only.size() == 1 && only.getFirst() instanceof Choice(var inner)
                    ? inner
                    : List.of(row);
        }

        private FlowPattern row() {
            List<FlowPattern> items = new ArrayList<>();
            skipSpaces();
            while (at < pattern.length() && "|)".indexOf(pattern.charAt(at)) < 0) {
                items.add(item());
                skipSpaces();
            }
            return new Row(List.copyOf(items));
        }

        private FlowPattern item() {
            FlowPattern atom = atom();
            if (skips('?')) {
                return new Repetition(atom, 0, 1);
            } else if (skips('*')) {
                return new Repetition(atom, 0, MOST_REPETITIONS);
            } else if (skips('+')) {
                return new Repetition(atom, 1, 1 + MOST_REPETITIONS);
            }
            return atom;
        }

        private FlowPattern atom() {
            if (skips('(')) {
                FlowPattern inner = choice();
                if (!skips(')')) {
                    throw new IllegalArgumentException("A bracket is not closed: " + pattern);
                }
                return inner;
            }
            int start = at;
            while (at < pattern.length() && SPECIAL.indexOf(pattern.charAt(at)) < 0) {
                at++;
            }
            String text = pattern.substring(start, at);
            if (text.isEmpty()) {
                throw new IllegalArgumentException("Not a flow: " + pattern);
            }
            return text.startsWith("$") ? part(text.substring(1)) : new Token(text);
        }

        private FlowPattern part(String name) {
            FlowPattern part = parts.get(name);
            if (part == null) {
                throw new IllegalArgumentException("No part has the name " + name);
            }
            return part;
        }

        private boolean skips(char expected) {
            if (at < pattern.length() && pattern.charAt(at) == expected) {
                at++;
                return true;
            }
            return false;
        }

        private void skipSpaces() {
            while (skips(' ')) {
                // the next one
            }
        }
    }
}
