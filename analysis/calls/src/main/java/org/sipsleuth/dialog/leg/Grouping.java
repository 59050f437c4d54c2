package org.sipsleuth.dialog.leg;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Puts dialogs together that sure links hold together, the surest links first.
final class Grouping {

    /// A larger group is no call; it would hold all of a hostile capture.
    static final int MOST_LEGS = 256;

    private final Map<Integer, Integer> parents = new HashMap<>();
    private final Map<Integer, Integer> sizes = new HashMap<>();
    private final Map<Integer, Double> weakest = new HashMap<>();
    private long refused;

    /// @param links the surest first
    Grouping(List<FoundLink> links, double leastConfidence) {
        for (FoundLink found : links) {
            if (found.link().confidence() < leastConfidence) {
                break;
            }
            join(found.link());
        }
    }

    private void join(LegLink link) {
        int first = root(link.first());
        int second = root(link.second());
        if (first == second) {
            return;
        }
        int size = sizes.getOrDefault(first, 1) + sizes.getOrDefault(second, 1);
        if (size > MOST_LEGS) {
            refused++;
            return;
        }
        boolean swap = sizes.getOrDefault(first, 1) < sizes.getOrDefault(second, 1);
        int large = swap ? second : first;
        int small = swap ? first : second;
        parents.put(small, large);
        parents.putIfAbsent(large, large);
        sizes.put(large, size);
        weakest.put(large, link.confidence()); // later links are weaker
    }

    private int root(int dialog) {
        int at = dialog;
        while (true) {
            int next = parents.getOrDefault(at, at);
            if (next == at) {
                return at;
            }
            at = next; // short: the smaller group always joins the larger
        }
    }

    /// The groups in the order of their first dialogs.
    List<LegGroup> groups() {
        Map<Integer, List<Integer>> members = new HashMap<>();
        parents.keySet()
                .stream()
                .sorted()
                .forEach(dialog -> members.computeIfAbsent(root(dialog), _ -> new ArrayList<>()).add(dialog));
        Map<Integer, LegGroup> byFirst = new TreeMap<>();
        members.forEach((root, dialogs) -> byFirst.put(dialogs.getFirst(),
                new LegGroup(dialogs, weakest.getOrDefault(root, 1.0))));
        return List.copyOf(byFirst.values());
    }

    /// How many links would have made a group too large.
    long refused() {
        return refused;
    }
}
