package org.sipsleuth.casefile.store;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// Names of analysts, found by any name that differs from them only in case, in spaces, in
/// characters that are not seen, or in letters that look alike.
public final class AnalystNames {

    private final Map<String, SortedSet<String>> names = new HashMap<>();

    /// Whether nothing of a name is seen.
    public static boolean isBlank(String name) {
        return AnalystName.keys(name).contains("");
    }

    /// Adds a name.
    public void add(String name) {
        for (String key : AnalystName.keys(name)) {
            names.computeIfAbsent(key, _ -> new TreeSet<>()).add(name);
        }
    }

    /// Those that look like this name; this name itself if it was added.
    public SortedSet<String> alike(String name) {
        SortedSet<String> alike = new TreeSet<>();
        for (String key : AnalystName.keys(name)) {
            alike.addAll(names.getOrDefault(key, Collections.emptySortedSet()));
        }
        return alike;
    }
}
