package org.sipsleuth.evaluate.social;

import java.util.List;
import java.util.Map;

/// A kind of society in which users are compared with the rest.
///
/// @param id for programs
/// @param name for people
/// @param settings of the scenario `social`
record RestCase(String id, String name, Map<String, String> settings) {

    RestCase {
        settings = Map.copyOf(settings);
    }

    /// Whether anybody in it is to be found.
    boolean hasAttacks() {
        return !"no".equals(settings.get("injections"));
    }

    /// Whether it takes long.
    boolean isLong() {
        return id.endsWith("month");
    }

    /// All of them: about a hundred to a thousand users who have enough calls.
    static List<RestCase> all() {
        return List.of(
                new RestCase("week", "a week of 400 members, attacks of Table 4",
                        Map.of("members", "400", "days", "7", "calls", "12000")),
                new RestCase("month", "30 days of 400 members, attacks of Table 4",
                        Map.of("members", "400", "days", "30", "calls", "40000")),
                new RestCase("small", "a week of 100 members, 20 spam callers among them",
                        Map.of("injections", "table-6", "members", "100", "days", "7", "calls", "3128",
                                "injected-calls", "1872")),
                new RestCase("usual", "a week of 400 members, no attack",
                        Map.of("members", "400", "days", "7", "calls", "12000", "injections", "no")),
                new RestCase("usual-month", "30 days of 200 members, no attack",
                        Map.of("members", "200", "days", "30", "calls", "20000", "injections", "no")));
    }
}
