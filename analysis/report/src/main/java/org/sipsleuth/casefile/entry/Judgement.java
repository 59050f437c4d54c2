package org.sipsleuth.casefile.entry;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sipsleuth.text.EnumTexts;

/// What an analyst decides about a step, a dialog or an incident.
public enum Judgement {
    SAFE,
    /// Wrongly set up, but no attack.
    MISCONFIGURATION,
    /// Odd only because the capture lacks messages, repeats them, or changes their order.
    CAPTURE_ARTEFACT,
    /// Unusual; neither harmless nor an attack.
    ANOMALOUS,
    ATTACK_LOW,
    ATTACK_MEDIUM,
    ATTACK_HIGH,
    ATTACK_CRITICAL,
    /// Cannot be decided with what is known.
    NEEDS_MORE;

    /// Before version 3 of the schema, attacks were stored as `vulnerable_low`, ….
    private static final String FORMER = "vulnerable_";

    private static final String PRESENT = "attack_";

    /// Its name in files: `safe`, `attack_low`, ….
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it is an attack, of whatever severity.
    public boolean isAttack() {
        return word().startsWith(PRESENT);
    }

    /// The judgement of this name, today's or a former one, if there is one.
    public static Optional<Judgement> of(String word) {
        String present = word.startsWith(FORMER) ? PRESENT + word.substring(FORMER.length()) : word;
        return Stream.of(values()).filter(each -> each.word().equals(present)).findFirst();
    }

    /// Its name for people where it is about a step, a sequence or a dialog.
    public String text() {
        return EnumTexts.text(this);
    }

    /// Its name for people where it is about such a subject: an incident is a false alarm or a
    /// confirmed attack, not safe or anomalous.
    public String text(Subject.Kind about) {
        return about == Subject.Kind.INCIDENT ? EnumTexts.variant(this, "incident") : text();
    }
}
