package org.sipsleuth.truth.write;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Different names in the order in which they came, not more than anybody needs.
final class Names {

    private static final int MOST = 100_000;

    private final Set<String> names = new LinkedHashSet<>();
    private boolean isIncomplete;

    void add(String name) {
        if (names.size() < MOST) {
            names.add(name);
        } else {
            isIncomplete |= !names.contains(name);
        }
    }

    boolean contains(String name) {
        return names.contains(name);
    }

    /// Whether there were more than are kept.
    boolean isIncomplete() {
        return isIncomplete;
    }

    List<String> all() {
        return List.copyOf(names);
    }
}
