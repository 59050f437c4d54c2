package org.sipsleuth.app.command.investigate;

import java.util.Map;
import org.sipsleuth.finding.IncidentKind;

/// The words for kinds of incidents, for people.
public final class IncidentWords {

    private static final Map<String, String> WRITTEN =
            Map.of(
                    "spit",
                    "SPIT",
                    "invite",
                    "INVITE",
                    "register",
                    "REGISTER",
                    "options",
                    "OPTIONS");

    private IncidentWords() {}

    /// A kind for people: `host scan`, `INVITE flood`.
    public static String label(IncidentKind kind) {
        String first = kind.word().split("_", -1)[0];
        return (WRITTEN.getOrDefault(first, first) + kind.word().substring(first.length()))
                .replace('_', ' ');
    }
}
