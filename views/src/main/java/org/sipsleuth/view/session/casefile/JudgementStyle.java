package org.sipsleuth.view.session.casefile;

import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.casefile.entry.Judgement;

/// Icon and colour of a judgement.
public final class JudgementStyle {

    private JudgementStyle() {}

    /// The CSS class of nodes that stand for it: `judgement-attack_low`.
    public static String styleClass(Judgement judgement) {
        return "judgement-" + judgement.word();
    }

    /// An icon in its colour; each has a shape of its own.
    public static FontIcon icon(Judgement judgement) {
        FontIcon icon = new FontIcon(switch (judgement) {
            case SAFE -> "fth-check-circle";
            case MISCONFIGURATION -> "fth-settings";
            case CAPTURE_ARTEFACT -> "fth-scissors";
            case ANOMALOUS -> "fth-help-circle";
            case ATTACK_LOW -> "fth-minus-circle";
            case ATTACK_MEDIUM -> "fth-alert-circle";
            case ATTACK_HIGH -> "fth-alert-triangle";
            case ATTACK_CRITICAL -> "fth-alert-octagon";
            case NEEDS_MORE -> "fth-search";
        });
        icon.getStyleClass().add(styleClass(judgement));
        return icon;
    }
}
