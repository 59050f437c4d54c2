package org.sipsleuth.filter.regex;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Searches bytes for a pattern, each byte once, with a deterministic automaton that is made as far
/// as texts need it. For one thread.
public final class Searcher {

    /// More states than these are forgotten, so that hostile patterns do not fill the memory.
    private static final int MAX_STATES = 2_000;

    private static final int UNKNOWN = -1;
    private static final int FOUND = -2;

    /// What came before a state.
    private static final int NOTHING = 0;

    private static final int NEWLINE = 1;
    private static final int WORD = 2;
    private static final int OTHER = 3;

    private final Program program;
    private final int[] classOf = new int[ByteSets.BYTES];
    private final int[] byteOf;
    private final int stride;

    /// The symbol after the last byte, and that of a line end that is the last byte.
    private final int endSymbol;

    private final int lastNewlineSymbol;

    private final Map<List<Integer>, Integer> states = new HashMap<>();
    private int[][] stepsOf = new int[16][];
    private int[] table = new int[0];
    private int generation;
    private final boolean[] visited;
    private final int[] stack;

    Searcher(BytePattern pattern) {
        program = pattern.program();
        byteOf = new int[pattern.classes()];
        for (int b = 0; b < ByteSets.BYTES; b++) {
            classOf[b] = pattern.classOf(b);
            byteOf[classOf[b]] = b;
        }
        endSymbol = pattern.classes();
        lastNewlineSymbol = endSymbol + 1;
        stride = endSymbol + 2;
        visited = new boolean[program.size()];
        stack = new int[2 * program.size() + 2];
        forget();
    }

    /// Whether the range holds a match.
    public boolean find(byte[] a, int from, int to) {
        int state = 0;
        for (int p = from; p < to; p++) {
            boolean isLastNewline = a[p] == '\n' && p == to - 1;
            int symbol = isLastNewline ? lastNewlineSymbol : classOf[a[p] & 0xff];
            int next = table[state * stride + symbol];
            if (next < 0) {
                next = next == UNKNOWN ? make(state, symbol) : next;
                if (next == FOUND) {
                    return true;
                }
            }
            state = next;
        }
        int last = table[state * stride + endSymbol];
        return (last == UNKNOWN ? make(state, endSymbol) : last) == FOUND;
    }

    private int make(int state, int symbol) {
        int[] steps = stepsOf[state];
        int[] after = reached(steps, steps[0], symbol);
        if (after.length == 1 && after[0] == FOUND) {
            table[state * stride + symbol] = FOUND;
            return FOUND;
        }
        int before = generation;
        int next = number(after);
        if (before == generation) {
            table[state * stride + symbol] = next;
        }
        return next;
    }

    /// The steps reached with a symbol, what came before them first; or [#FOUND] alone.
    private int[] reached(int[] steps, int before, int symbol) {
        Arrays.fill(visited, false);
        boolean[] next = new boolean[program.size()];
        int b = symbol == endSymbol ? -1 : symbol == lastNewlineSymbol ? '\n' : byteOf[symbol];
        for (int i = 1; i <= steps.length; i++) {
            // a match can begin at every byte
            int first = i < steps.length ? steps[i] : program.start();
            if (follow(first, before, symbol, b, next)) {
                return new int[]{FOUND};
            }
        }
        int kind = b == '\n' ? NEWLINE : b >= 0 && ByteSets.isWord(b) ? WORD : OTHER;
        return IntStream.concat(IntStream.of(kind), IntStream.range(0, next.length).filter(i -> next[i])).toArray();
    }

    /// Follows forks and places from a step.
    ///
    /// @return whether the match is complete
    private boolean follow(int first, int before, int symbol, int b, boolean[] next) {
        int top = 0;
        stack[top++] = first;
        while (top > 0) {
            int step = stack[--top];
            if (visited[step]) {
                continue;
            }
            visited[step] = true;
            switch (program.kind(step)) {
                case Program.MATCH -> {
                    return true;
                }
                case Program.BYTE -> {
                    if (b >= 0 && program.set(step).get(b)) {
                        next[program.next(step)] = true;
                    }
                }
                case Program.FORK -> {
                    stack[top++] = program.other(step);
                    stack[top++] = program.next(step);
                }
                default -> {
                    if (holds(program.assertion(step), before, symbol, b)) {
                        stack[top++] = program.next(step);
                    }
                }
            }
        }
        return false;
    }

    private boolean holds(Node.Assertion assertion, int before, int symbol, int b) {
        boolean edge = (before == WORD) != (b >= 0 && ByteSets.isWord(b));
        return switch (assertion) {
            case BEGIN -> before == NOTHING;
            case END -> symbol == endSymbol;
            case END_OR_LAST_NEWLINE -> symbol == endSymbol || symbol == lastNewlineSymbol;
            case LINE_BEGIN -> before == NOTHING || (before == NEWLINE && symbol != endSymbol);
            case LINE_END -> symbol == endSymbol || b == '\n';
            case WORD_EDGE -> edge;
            case NO_WORD_EDGE -> !edge;
        };
    }

    private int number(int[] steps) {
        List<Integer> key = IntStream.of(steps).boxed().toList();
        Integer known = states.get(key);
        if (known != null) {
            return known;
        }
        if (states.size() == MAX_STATES) {
            forget();
        }
        return add(key, steps);
    }

    private int add(List<Integer> key, int[] steps) {
        int state = states.size();
        states.put(key, state);
        if (state == stepsOf.length) {
            stepsOf = Arrays.copyOf(stepsOf, 2 * state);
        }
        stepsOf[state] = steps;
        int end = (state + 1) * stride;
        if (end > table.length) {
            int length = table.length;
            table = Arrays.copyOf(table, Math.max(2 * length, end));
            Arrays.fill(table, length, table.length, UNKNOWN);
        }
        return state;
    }

    /// Leaves the first state alone: the one before the first byte.
    private void forget() {
        generation++;
        states.clear();
        Arrays.fill(table, UNKNOWN);
        int[] first = {NOTHING};
        add(List.of(NOTHING), first);
    }
}
