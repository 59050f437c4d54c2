package org.sipsleuth.view.sequence.prediction;

import java.util.Locale;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.finding.Mark;
import org.sipsleuth.view.ui.MarkStyle;
import org.sipsleuth.view.ui.Texts;

/// What somebody says of a dialog, by shape, word and colour: ● known, ◆ between, ▲ unknown.
final class MarkLabel extends Label {

    private final String key;
    private @Nullable Mark shown;
    private boolean soFar;

    /// @param key of who says it among the texts
    MarkLabel(String key) {
        this.key = key;
        setId("prediction-mark-" + key);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
    }

    /// @param isSoFar whether more messages follow, so that this is not the last word
    void show(Mark mark, boolean isSoFar) {
        if (mark == shown && isSoFar == soFar) {
            return;
        }
        shown = mark;
        soFar = isSoFar;
        String word = mark.name().toLowerCase(Locale.ROOT);
        setText(
                MarkStyle.shape(mark)
                        + " "
                        + Texts.text(
                                "dialogs.prediction.mark." + key + "." + word, isSoFar ? 1 : 0));
        getStyleClass().setAll("label", "prediction-mark", MarkStyle.styleClass(mark));
    }
}
