package org.sipsleuth.evaluate.edge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An attack that protections are tried against.
///
/// @param name for people: `flood`
/// @param scenario of the simulator
/// @param settings of the scenario
record EdgeCase(String name, String scenario, Map<String, String> settings) {

    EdgeCase {
        settings = Map.copyOf(settings);
    }

    static List<EdgeCase> all() {
        return List.of(flood("flood", Map.of("spoofing", "none")),
                flood("flood, addresses of others forged", Map.of("spoofing", "both", "identities", "legitimate")),
                flood("flood, invented addresses", Map.of("spoofing", "both", "identities", "invented")),
                new EdgeCase("scan", "scan", Map.of("scan-method", "INVITE")),
                new EdgeCase("password guessing", "password-cracking", Map.of("cracking-found", "yes")),
                new EdgeCase("mutations", "mutations", Map.of()));
    }

    private static EdgeCase flood(String name, Map<String, String> spoofing) {
        Map<String, String> settings = new HashMap<>(spoofing);
        settings.put("rate", "VH");
        settings.put("behaviour", "very-high");
        settings.put("episodes", "2");
        return new EdgeCase(name, "invite-flood", settings);
    }

    /// Whether it is a flood.
    boolean isFlood() {
        return scenario.equals("invite-flood");
    }
}
