package org.sipsleuth.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds for each line of the left message its counterpart in the right one.
///
/// Header fields are matched by name, lines of SDP by type and attribute, so in whatever order they
/// stand. Of several with one name first those that are equal are counterparts, then those in
/// between by order; equal ones that changed places with others come last.
final class LineMatching {

    private final int[] partners;
    private final boolean[] taken;

    private LineMatching(List<Line> left, List<Line> right) {
        partners = new int[left.size()];
        Arrays.fill(partners, -1);
        taken = new boolean[right.size()];
    }

    /// For each left line the number of its counterpart, or -1.
    static int[] of(List<Line> left, List<Line> right) {
        LineMatching matching = new LineMatching(left, right);
        Map<String, List<Line>> leftGroups = groups(left);
        Map<String, List<Line>> rightGroups = groups(right);
        leftGroups.forEach((key, lines) -> matching.match(lines, rightGroups.getOrDefault(key, List.of())));
        return matching.partners;
    }

    private static Map<String, List<Line>> groups(List<Line> lines) {
        Map<String, List<Line>> groups = new LinkedHashMap<>();
        lines.forEach(line -> groups.computeIfAbsent(line.key(), _ -> new ArrayList<>()).add(line));
        return groups;
    }

    private void match(List<Line> ours, List<Line> theirs) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] common = CommonParts.of(numbers(ours, numbers), numbers(theirs, numbers));
        for (int i = 0; i < common.length; i++) {
            if (common[i] >= 0) {
                join(ours.get(i), theirs.get(common[i]));
            }
        }
        joinMoved(ours, theirs);
        int from = 0;
        int otherFrom = 0;
        for (int i = 0; i <= common.length; i++) {
            if (i == common.length || common[i] >= 0) {
                int otherEnd = i == common.length ? theirs.size() : common[i];
                joinByOrder(ours.subList(from, i), theirs.subList(otherFrom, otherEnd));
                from = i + 1;
                otherFrom = otherEnd + 1;
            }
        }
    }

    private static int[] numbers(List<Line> lines, Map<String, Integer> numbers) {
        int[] row = new int[lines.size()];
        for (int i = 0; i < row.length; i++) {
            Integer known = numbers.putIfAbsent(lines.get(i).text(), numbers.size());
            row[i] = known == null ? numbers.size() - 1 : known;
        }
        return row;
    }

    private void joinMoved(List<Line> ours, List<Line> theirs) {
        Map<String, Deque<Line>> free = new HashMap<>();
        for (Line line : theirs) {
            if (!taken[line.number()]) {
                free.computeIfAbsent(line.text(), _ -> new ArrayDeque<>()).add(line);
            }
        }
        for (Line line : ours) {
            Deque<Line> equal = free.get(line.text());
            if (partners[line.number()] < 0 && equal != null && !equal.isEmpty()) {
                join(line, equal.removeFirst());
            }
        }
    }

    private void joinByOrder(List<Line> ours, List<Line> theirs) {
        List<Line> left = ours.stream().filter(line -> partners[line.number()] < 0).toList();
        List<Line> right = theirs.stream().filter(line -> !taken[line.number()]).toList();
        int[] found = ClosestByOrder.of(left, right);
        for (int i = 0; i < found.length; i++) {
            if (found[i] >= 0) {
                join(left.get(i), right.get(found[i]));
            }
        }
    }

    private void join(Line ours, Line theirs) {
        partners[ours.number()] = theirs.number();
        taken[theirs.number()] = true;
    }
}
