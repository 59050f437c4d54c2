package org.sipsleuth.truth;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The head of a ground-truth file.
///
/// @param scenario what was played
/// @param seed the random seed
/// @param settings all values by name, as text
/// @param capture the capture that it speaks of
/// @param baseline the real capture whose frames are in it
public record TruthHead(
        String scenario,
        long seed,
        Map<String, String> settings,
        CaptureFacts capture,
        Optional<BaselineFacts> baseline) {

    /// The schema of the files.
    public static final String SCHEMA = "sipsleuth-truth-1";

    public TruthHead {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
