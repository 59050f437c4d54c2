package org.sipsleuth.evaluate.leg;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A kind of traffic in which legs are looked for.
///
/// @param name what it is
/// @param scenario the simulated scenario
/// @param settings the scenario's, where they differ from the usual ones
record LegCase(String name, String scenario, Map<String, String> settings) {

    private static final String HANDOVER = "handover";

    LegCase {
        settings = Map.copyOf(settings);
    }

    /// Whether legs are to be found in it.
    boolean hasLegs() {
        return scenario.equals(HANDOVER);
    }

    /// All of them, the easy ones first.
    static List<LegCase> all() {
        return List.of(named("X-Call-ID", "x-call-id"), named("Session-ID", "session-id"),
                named("P-Charging-Vector", "charging-vector"),
                bare("nothing shared, media passed", Map.of("media", "passed")),
                bare("nothing shared, own media", Map.of("delay", "20")),
                bare("five legs", Map.of("legs", "5", "delay", "50", "calls-per-minute", "600")),
                bare("busy: 10 calls/s, 50 ms", Map.of("delay", "50", "calls-per-minute", "600")),
                bare("one caller, one number, 10 calls/s, 50 ms",
                        Map.of("delay", "50", "calls-per-minute", "600", "numbers", "1", "callers", "1")),
                bare("one caller, one number, 50 calls/s, 50 ms",
                        Map.of("delay", "50", "calls-per-minute", "3000", "numbers", "1", "callers", "1")),
                bare("5 callers, 5 numbers, prefixed, 50 calls/s, 500 ms",
                        Map.of("delay", "500", "calls-per-minute", "3000", "numbers", "5", "callers", "5", "prefix",
                                "yes")),
                new LegCase("an office without B2BUA", "normal", Map.of("hours", "1", "calls-per-hour", "1200")));
    }

    private static LegCase named(String name, String shared) {
        return new LegCase(name, HANDOVER, Map.of("shared", shared, "legs", "3", "media", "own", "calls", "300"));
    }

    private static LegCase bare(String name, Map<String, String> more) {
        Map<String, String> settings =
                new HashMap<>(Map.of("shared", "none", "legs", "3", "media", "own", "calls", "500"));
        settings.putAll(more);
        return new LegCase(name, HANDOVER, settings);
    }
}
