package org.sipsleuth.media.fault;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A fault of the capture itself in one coverage, for which media is not judged or judged with
/// doubt.
///
/// @param kind what it is
/// @param coverage the coverage, as a place in [org.sipsleuth.dialog.coverage.Coverages#all]
/// @param text what it means, in a sentence with its values
/// @param values the values of the sentence by name, in its order
public record CoverageFault(CoverageFaultKind kind, int coverage, String text, Map<String, String> values) {
    public CoverageFault {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
