package org.sipsleuth.casefile.entry;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sipsleuth.text.EnumTexts;

/// What an analyst decides about a sequence, a dialog or an incident.
public enum Judgement {
    SAFE, ANOMALOUS, VULNERABLE_LOW, VULNERABLE_MEDIUM, VULNERABLE_HIGH, VULNERABLE_CRITICAL;

    /// Its name in files: `safe`, `vulnerable_low`, ….
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The judgement of this name, if there is one.
    public static Optional<Judgement> of(String word) {
        return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /// Its name for people where it is about a sequence or a dialog.
    public String text() {
        return EnumTexts.text(this);
    }

    /// Its name for people where it is about such a subject: an incident is a false alarm or a
    /// confirmed attack, not safe or vulnerable.
    public String text(Subject.Kind about) {
        return about == Subject.Kind.INCIDENT ? EnumTexts.variant(this, "incident") : text();
    }
}
