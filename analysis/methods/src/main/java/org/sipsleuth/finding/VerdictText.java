package org.sipsleuth.finding;

import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;

/// What *known* and *unknown* mean, and what the network says beside it: the sentences of filter
/// fields, columns, legends, tooltips and pages.
public final class VerdictText {

    private static final MethodTexts TEXTS = MethodTexts.beside(VerdictText.class);

    private VerdictText() {}

    /// What the mark of a dialog means.
    public static Sentence ofMark() {
        return TEXTS.sentence("verdict.mark");
    }

    /// What it means that a dialog is unknown, as a question that has the answers 1 and 0.
    public static Sentence ofUnknown() {
        return TEXTS.sentence("verdict.unknown");
    }

    /// What the mark of the network means.
    public static Sentence ofNetwork() {
        return TEXTS.sentence("verdict.network");
    }

    /// Why `dialog.mark` has no such value, and what has it.
    public static Sentence withdrawn(String word) {
        return TEXTS.sentence("verdict.withdrawn", Sentence.term(word));
    }
}
