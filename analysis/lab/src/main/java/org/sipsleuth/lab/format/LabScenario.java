package org.sipsleuth.lab.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A scenario that the capture of a lab is generated from, for a lab without captures.
///
/// @param file the name that the capture gets
public record LabScenario(String name, long seed, Map<String, String> settings, String file) {

    public LabScenario {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
