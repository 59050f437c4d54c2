package org.sipsleuth.casefile.entry;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sipsleuth.triage.TriageCause;

/// What a verdict is about.
///
/// @param kind what it is
/// @param key of a step its cause, as a row of triage states it; of a sequence its message types in
///     order, as the column `sequence` of `dialogs` has them; of a dialog its Call-ID; of an
///     incident its id
public record Subject(Kind kind, String key) {

    /// The kinds of subjects.
    public enum Kind {
        STEP,
        /// As before version 3 of the schema, when whole sequences were judged.
        SEQUENCE,
        DIALOG,
        INCIDENT;

        /// Its name in files.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The kind of this name, if there is one.
        public static Optional<Kind> of(String word) {
            return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
        }
    }

    /// What it is for people: of a step its name as triage shows it, of all else its key. It needs
    /// no capture.
    public String title() {
        return kind == Kind.STEP ? TriageCause.of(key).map(cause -> cause.title().text()).orElse(key) : key;
    }

    /// A step on a hop, in any capture; for whom is the [Scope] of the verdict.
    public static Subject step(String cause) {
        return new Subject(Kind.STEP, cause);
    }

    /// All dialogs with these message types in this order, in any capture.
    public static Subject sequence(String types) {
        return new Subject(Kind.SEQUENCE, types);
    }

    /// One dialog.
    public static Subject dialog(String callId) {
        return new Subject(Kind.DIALOG, callId);
    }

    /// One incident.
    public static Subject incident(String id) {
        return new Subject(Kind.INCIDENT, id);
    }
}
