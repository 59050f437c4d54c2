package org.sipsleuth.filter.regex;

import java.util.Arrays;

/// Finds where the matches of a pattern are, from left to right as Perl would: the leftmost first,
/// of alternatives the one named first, of repetitions as many as the pattern wants. For one
/// thread.
///
/// It follows all steps of the pattern side by side (Pike), so that no pattern makes it go back. A
/// match may have to be searched for to the end of the text and be short in the end; so many of
/// those would take quadratic time, and all places of a text together have [#MOST_WORK] steps.
public final class PlaceFinder {

    /// No match, or none that could be found with the steps left.
    public static final long NONE = -1;

    /// Of a text, after which no further places are found.
    static final long MOST_WORK = 50_000_000;

    private final Program program;
    private int[] steps;
    private int[] starts;
    private int[] nextSteps;
    private int[] nextStarts;
    private int nextCount;
    private final int[] stack;
    private final int[] visited;
    private int turn;
    private long work;
    private boolean isFound;
    private int foundStart;
    private int foundEnd;

    PlaceFinder(BytePattern pattern) {
        program = pattern.program();
        int size = program.size();
        steps = new int[size + 1];
        starts = new int[size + 1];
        nextSteps = new int[size + 1];
        nextStarts = new int[size + 1];
        stack = new int[2 * size + 2];
        visited = new int[size];
    }

    /// Finds the first match at or after `from` that holds a byte.
    ///
    /// @param from 0 for another text
    /// @return its begin · 2³² + its end, or [#NONE]
    public long next(byte[] text, int from) {
        if (from == 0) {
            work = 0;
        }
        int at = from;
        while (at < text.length && work < MOST_WORK) {
            find(text, at);
            if (!isFound) {
                return NONE;
            }
            if (foundEnd > foundStart) {
                return (long) foundStart << 32 | foundEnd;
            }
            at = foundEnd + 1; // the first match there is empty
        }
        return NONE;
    }

    /// Whether the steps for a text were not enough.
    public boolean isTired() {
        return work >= MOST_WORK;
    }

    private void find(byte[] text, int from) {
        isFound = false;
        int count = 0;
        for (int at = from; at <= text.length; at++) {
            if (turn == Integer.MAX_VALUE) {
                turn = 0;
                Arrays.fill(visited, 0);
            }
            turn++;
            nextCount = 0;
            boolean isCut = false; // what comes after a match is worth less than it
            for (int i = 0; i < count && !isCut; i++) {
                isCut = follow(steps[i], starts[i], text, at);
            }
            if (!isFound && !isCut) {
                follow(program.start(), at, text, at);
            }
            swap();
            count = nextCount;
            if ((count == 0 && isFound) || work >= MOST_WORK) {
                return;
            }
        }
    }

    private void swap() {
        int[] otherSteps = steps;
        steps = nextSteps;
        nextSteps = otherSteps;
        int[] otherStarts = starts;
        starts = nextStarts;
        nextStarts = otherStarts;
    }

    /// Follows forks and places from a step, the better ways first.
    ///
    /// @return whether a match is complete, so that no way after it counts
    private boolean follow(int first, int start, byte[] text, int at) {
        int b = at < text.length ? text[at] & 0xff : -1;
        int top = 0;
        stack[top++] = first;
        while (top > 0) {
            int step = stack[--top];
            if (visited[step] == turn) {
                continue;
            }
            visited[step] = turn;
            work++;
            switch (program.kind(step)) {
                case Program.MATCH -> {
                    isFound = true;
                    foundStart = start;
                    foundEnd = at;
                    return true;
                }
                case Program.BYTE -> {
                    if (b >= 0 && program.set(step).get(b)) {
                        nextSteps[nextCount] = program.next(step);
                        nextStarts[nextCount++] = start;
                    }
                }
                case Program.FORK -> {
                    stack[top++] = program.other(step);
                    stack[top++] = program.next(step);
                }
                default -> {
                    if (holds(program.assertion(step), text, at)) {
                        stack[top++] = program.next(step);
                    }
                }
            }
        }
        return false;
    }

    private static boolean holds(Node.Assertion assertion, byte[] text, int at) {
        boolean isEnd = at == text.length;
        boolean isLastNewline = at == text.length - 1 && text[at] == '\n';
        return switch (assertion) {
            case BEGIN -> at == 0;
            case END -> isEnd;
            case END_OR_LAST_NEWLINE -> isEnd || isLastNewline;
            case LINE_BEGIN -> at == 0 || (text[at - 1] == '\n' && !isEnd);
            case LINE_END -> isEnd || text[at] == '\n';
            case WORD_EDGE -> isEdge(text, at);
            case NO_WORD_EDGE -> !isEdge(text, at);
        };
    }

    private static boolean isEdge(byte[] text, int at) {
        boolean before = at > 0 && ByteSets.isWord(text[at - 1]);
        boolean after = at < text.length && ByteSets.isWord(text[at]);
        return before != after;
    }
}
