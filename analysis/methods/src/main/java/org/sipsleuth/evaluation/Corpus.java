package org.sipsleuth.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What was measured on.
///
/// @param scenario the simulated scenario
/// @param seed its seed
/// @param sizes how much of what there is, by name
public record Corpus(String scenario, long seed, Map<String, Long> sizes) {

    /// Takes a copy in the same order.
    public Corpus {
        sizes = Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
    }
}
