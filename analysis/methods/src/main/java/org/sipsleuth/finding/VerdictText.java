package org.sipsleuth.finding;

/// What *known* and *unknown* mean, and what the network says beside it: the sentences of filter
/// fields, columns, legends, tooltips and pages.
public final class VerdictText {

    private static final MethodTexts TEXTS = MethodTexts.beside(VerdictText.class);

    private VerdictText() {}

    /// What the mark of a dialog means.
    public static String ofMark() {
        return TEXTS.text("verdict.mark");
    }

    /// What it means that a dialog is unknown, as a question that has the answers 1 and 0.
    public static String ofUnknown() {
        return TEXTS.text("verdict.unknown");
    }

    /// What the mark of the network means.
    public static String ofNetwork() {
        return TEXTS.text("verdict.network");
    }

    /// Why `dialog.mark` has no such value, and what has it.
    public static String withdrawn(String word) {
        return TEXTS.text("verdict.withdrawn", word);
    }
}
