package org.sipsleuth.view.ui;

import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.report.document.DocumentTexts;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;

/// Icon, colour and word of a severity, the same everywhere. The colours are looked up in
/// `sipsleuth.css`; the icons have different shapes.
public final class SeverityStyle {

    private SeverityStyle() {}

    /// The CSS class of nodes that stand for it: `severity-critical`.
    public static String styleClass(Severity severity) {
        return "severity-" + severity.word();
    }

    /// An icon in its colour.
    public static FontIcon icon(Severity severity) {
        FontIcon icon = new FontIcon(switch (severity) {
            case CRITICAL -> "fth-alert-octagon";
            case HIGH -> "fth-alert-triangle";
            case MEDIUM -> "fth-alert-circle";
            case LOW -> "fth-minus-circle";
            case INFO -> "fth-info";
        });
        icon.getStyleClass().addAll("severity-icon", styleClass(severity));
        return icon;
    }

    /// Its word: `Critical`.
    public static String word(Severity severity) {
        return new Sentence.Capital(DocumentTexts.severity(severity)).text();
    }
}
