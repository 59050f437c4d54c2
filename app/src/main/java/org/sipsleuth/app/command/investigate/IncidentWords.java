package org.sipsleuth.app.command.investigate;

import java.util.Locale;
import java.util.Map;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Outcome;

/// The words for kinds and outcomes, for people and for other programs.
public final class IncidentWords {

    private static final Map<String, String> WRITTEN =
            Map.of("spit", "SPIT", "invite", "INVITE", "register", "REGISTER", "options", "OPTIONS");

    private IncidentWords() {}

    /// A kind for people: `host scan`, `INVITE flood`.
    public static String label(IncidentKind kind) {
        String first = kind.word().split("_", -1)[0];
        return (WRITTEN.getOrDefault(first, first) + kind.word().substring(first.length()))
                .replace('_', ' ');
    }

    /// An outcome: `attempted`, `partial`, `succeeded`, `unknown`.
    public static String word(Outcome outcome) {
        return outcome == Outcome.NOT_DETERMINED
                ? "unknown"
                : outcome.name().toLowerCase(Locale.ROOT);
    }
}
