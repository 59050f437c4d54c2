package org.sipsleuth.report.document;

import java.util.Locale;
import org.sipsleuth.sentence.Sentence;

/// What a section is about.
public enum Topic {
    STORY, STAGES, KEYS, LADDERS, MEASURES, REASONS, EVIDENCE, ALTERNATIVES, NOT_DETERMINED, ADVICE;

    /// The heading of such a section.
    public Sentence heading() {
        return DocumentTexts.TEXTS.sentence("incident." + name().toLowerCase(Locale.ROOT).replace('_', '.'));
    }
}
