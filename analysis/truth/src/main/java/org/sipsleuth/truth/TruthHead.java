package org.sipsleuth.truth;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The head of a ground-truth file.
///
/// @param scenario what was played
/// @param seed the random seed; 0 where a secret had its place
/// @param settings all values by name, as text
/// @param capture the capture that it speaks of
/// @param baseline the real capture whose frames are in it
public record TruthHead(String scenario, long seed, Map<String, String> settings, CaptureFacts capture,
        Optional<BaselineFacts> baseline) {

    /// The number of the schema of the files that are written.
    public static final int VERSION = 2;

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final String SCHEMAS = "sipsleuth-truth-";

    /// The schema of the files that are written.
    public static final String SCHEMA = SCHEMAS + VERSION;

    /// The schemas of the files that are read. The first one has no kinds, actors, victims,
    /// accounts, outcomes and request spans.
    public static final List<String> READ = List.of(SCHEMA, "sipsleuth-truth-1");

    /// The number of a schema; 0 for any other text.
    public static int version(String schema) {
        String number = schema.startsWith(SCHEMAS) ? schema.substring(SCHEMAS.length()) : "";
        return NUMBER.matcher(number).matches() ? Integer.parseInt(number) : 0;
    }

    public TruthHead {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
