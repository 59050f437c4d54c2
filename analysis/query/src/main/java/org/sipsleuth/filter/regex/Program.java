package org.sipsleuth.filter.regex;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// A pattern as a nondeterministic automaton (Thompson): steps that take a byte, fork, or hold only
/// at some places.
@SuppressWarnings("EnumOrdinal") // numbers that never leave the process
final class Program {

    /// How large an automaton may be: bounds the memory, and the time for each byte of the text.
    static final int MAX_STEPS = 5_000;

    static final int MATCH = 0;
    static final int BYTE = 1;
    static final int FORK = 2;
    static final int AT = 3;

    private static final Node.Assertion[] ASSERTIONS = Node.Assertion.values();

    private final List<int[]> steps = new ArrayList<>();
    private final List<BitSet> sets = new ArrayList<>();
    private final int start;

    /// @throws PatternException if it became too large
    Program(Node pattern) throws PatternException {
        int match = step(MATCH, 0, 0);
        start = add(pattern, match);
    }

    int start() {
        return start;
    }

    int size() {
        return steps.size();
    }

    /// What a step does: [#MATCH], [#BYTE], [#FORK], [#AT].
    int kind(int step) {
        return steps.get(step)[0];
    }

    /// The step that follows; of a fork the better one.
    int next(int step) {
        return steps.get(step)[1];
    }

    /// The other step that follows a fork.
    int other(int step) {
        return steps.get(step)[2];
    }

    /// The bytes that a step takes.
    BitSet set(int step) {
        return sets.get(steps.get(step)[2]);
    }

    /// Where a step holds.
    Node.Assertion assertion(int step) {
        return ASSERTIONS[steps.get(step)[2]];
    }

    List<BitSet> sets() {
        return sets;
    }

    /// Whether it asks what is a word: then the byte classes must distinguish word bytes.
    boolean asksPlaces() {
        return steps.stream().anyMatch(step -> step[0] == AT);
    }

    /// Whether it can match where no byte is.
    boolean matchesNothing() {
        BitSet seen = new BitSet();
        BitSet open = new BitSet();
        open.set(start);
        for (int step = start; step >= 0; step = open.nextSetBit(0)) {
            open.clear(step);
            seen.set(step);
            if (kind(step) == MATCH) {
                return true;
            }
            if (kind(step) != BYTE) {
                follow(next(step), seen, open);
            }
            if (kind(step) == FORK) {
                follow(other(step), seen, open);
            }
        }
        return false;
    }

    private static void follow(int step, BitSet seen, BitSet open) {
        if (!seen.get(step)) {
            open.set(step);
        }
    }

    private int step(int kind, int next, int other) throws PatternException {
        if (steps.size() == MAX_STEPS) {
            throw new PatternException("the pattern is too large when it is written out", 0);
        }
        steps.add(new int[]{kind, next, other});
        return steps.size() - 1;
    }

    /// Adds the steps of a node before `next`, the last ones first.
    private int add(Node node, int next) throws PatternException {
        return switch (node) {
            case Node.Bytes bytes -> {
                sets.add(bytes.set());
                yield step(BYTE, next, sets.size() - 1);
            }
            case Node.At at -> step(AT, next, at.assertion().ordinal());
            case Node.Sequence sequence -> {
                int first = next;
                for (Node part : sequence.parts().reversed()) {
                    first = add(part, first);
                }
                yield first;
            }
            case Node.Choice choice -> {
                int first = add(choice.parts().getLast(), next);
                for (Node part : choice.parts().reversed().subList(1, choice.parts().size())) {
                    first = step(FORK, add(part, next), first);
                }
                yield first;
            }
            case Node.Repeat repeat -> repeat(repeat, next);
        };
    }

    private int repeat(Node.Repeat repeat, int next) throws PatternException {
        int first = next;
        if (repeat.most() == Node.UNBOUNDED) {
            int fork = step(FORK, next, next);
            steps.get(fork)[repeat.isLazy() ? 2 : 1] = add(repeat.of(), fork);
            first = fork;
        } else {
            for (int i = repeat.least(); i < repeat.most(); i++) {
                int again = add(repeat.of(), first);
                first = repeat.isLazy() ? step(FORK, next, again) : step(FORK, again, next);
            }
        }
        for (int i = 0; i < repeat.least(); i++) {
            int before = first;
            first = add(repeat.of(), first);
            if (first == before) {
                break; // nothing, however often
            }
        }
        return first;
    }
}
