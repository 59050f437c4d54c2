package org.sipsleuth.truth;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The head of a ground-truth file.
///
/// @param scenario what was played
/// @param seed the random seed
/// @param settings all values by name, as text
/// @param capture the capture that it speaks of
/// @param baseline the real capture whose frames are in it
public record TruthHead(String scenario, long seed, Map<String, String> settings, CaptureFacts capture,
        Optional<BaselineFacts> baseline) {

    /// The schema of the files that are written.
    public static final String SCHEMA = "sipsleuth-truth-2";

    /// The schemas of the files that are read. The first one has no kinds, actors, victims,
    /// accounts, outcomes and request spans.
    public static final List<String> READ = List.of(SCHEMA, "sipsleuth-truth-1");

    public TruthHead {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
