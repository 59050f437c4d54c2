package org.sipsleuth.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the places where two versions of a line differ, in whole words: runs of letters, digits
/// and bytes beyond ASCII, so that no character of UTF-8 is torn.
final class Changes {

    /// What two changes have in between is said to be changed as well if it is shorter.
    private static final int SHORTEST_COMMON = 3;

    private static final int FIRST_BEYOND_ASCII = 0x80;

    private Changes() {}

    static List<Change> between(String left, String right) {
        if (left.equals(right)) {
            return List.of();
        }
        int[] leftEnds = wordEnds(left);
        int[] rightEnds = wordEnds(right);
        Map<String, Integer> numbers = new HashMap<>();
        int[] partners = CommonParts.of(numbers(left, leftEnds, numbers), numbers(right, rightEnds, numbers));
        List<Change> changes = new ArrayList<>();
        int leftAt = 0;
        int rightAt = 0;
        for (int word = 0; word < partners.length; word++) {
            if (partners[word] >= 0) {
                int leftFrom = word == 0 ? 0 : leftEnds[word - 1];
                int rightFrom = partners[word] == 0 ? 0 : rightEnds[partners[word] - 1];
                add(changes, new Change(leftAt, leftFrom, rightAt, rightFrom));
                leftAt = leftEnds[word];
                rightAt = rightEnds[partners[word]];
            }
        }
        add(changes, new Change(leftAt, left.length(), rightAt, right.length()));
        return List.copyOf(changes);
    }

    private static void add(List<Change> changes, Change next) {
        if (next.leftFrom() == next.leftTo() && next.rightFrom() == next.rightTo()) {
            return;
        }
        Change joined = next;
        if (!changes.isEmpty() && next.leftFrom() - changes.getLast().leftTo() < SHORTEST_COMMON) {
            Change before = changes.removeLast();
            joined = new Change(before.leftFrom(), next.leftTo(), before.rightFrom(), next.rightTo());
        }
        changes.add(joined);
    }

    private static int[] wordEnds(String text) {
        int[] ends = new int[text.length()];
        int count = 0;
        for (int at = 0; at < text.length(); at++) {
            boolean goesOn = at + 1 < text.length() && isWord(text.charAt(at)) && isWord(text.charAt(at + 1));
            if (!goesOn) {
                ends[count++] = at + 1;
            }
        }
        return Arrays.copyOf(ends, count);
    }

    private static boolean isWord(char c) {
        return c >= FIRST_BEYOND_ASCII || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static int[] numbers(String text, int[] ends, Map<String, Integer> numbers) {
        int[] row = new int[ends.length];
        int from = 0;
        for (int word = 0; word < ends.length; word++) {
            String written = text.substring(from, ends[word]);
            Integer known = numbers.putIfAbsent(written, numbers.size());
            row[word] = known == null ? numbers.size() - 1 : known;
            from = ends[word];
        }
        return row;
    }
}
