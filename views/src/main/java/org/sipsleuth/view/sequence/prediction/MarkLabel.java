package org.sipsleuth.view.sequence.prediction;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.sipsleuth.finding.VerdictText;
import org.sipsleuth.view.ui.MarkStyle;
import org.sipsleuth.view.ui.Texts;

/// The verdict of a dialog as far as it has come, by shape, word and colour: ● known, ▲ unknown;
/// or nothing.
final class MarkLabel extends Label {

    MarkLabel() {
        setId("prediction-mark");
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        setTooltip(new Tooltip(VerdictText.ofMark().text()));
        show(Optional.empty());
    }

    /// Shows a verdict.
    void show(Optional<PrefixVerdict> verdict) {
        setVisible(verdict.isPresent());
        setManaged(verdict.isPresent());
        verdict.ifPresent(prefix -> {
            setText(MarkStyle.shape(prefix.mark()) + " " + words(prefix));
            getStyleClass().setAll("label", "prediction-mark", MarkStyle.styleClass(prefix.mark()));
        });
    }

    private static String words(PrefixVerdict its) {
        return switch (its.mark()) {
            case KNOWN -> Texts.text("sequence.prediction.verdict.known", its.isSoFar() ? 1 : 0);
            case UNKNOWN -> Texts.text("sequence.prediction.verdict.unknown", its.since());
        };
    }
}
