package org.sipsleuth.incident.change;

import java.util.Locale;
import org.sipsleuth.sentence.Sentence;

/// One thing in which an incident differs from what was reported of it.
///
/// @param words what it was and is, in a few words: `44 → 400 names`
public record Difference(Aspect aspect, Sentence words) {

    /// What changes are reported of an incident.
    public enum Aspect {
        /// Its severity.
        SEVERITY,
        /// Its stages.
        STAGES,
        /// Its outcome.
        OUTCOME,
        /// At least twice as many actors as were reported.
        ACTORS,
        /// At least twice as many victims.
        VICTIMS,
        /// At least twice as many accounts.
        ACCOUNTS,
        /// At least twice as many names or passwords tried, hosts probed, or requests sent.
        ATTEMPTS,
        /// It goes on after its end was reported.
        RESUMED;

        /// The word for files: `attempts`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
