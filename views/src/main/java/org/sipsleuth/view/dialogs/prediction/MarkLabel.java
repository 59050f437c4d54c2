package org.sipsleuth.view.dialogs.prediction;

import java.util.Locale;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.sequence.Mark;
import org.sipsleuth.view.fx.Texts;
import org.sipsleuth.view.fx.sequence.MarkStyle;

/// What somebody says of a dialog, by shape, word and colour: ● known, ◆ between, ▲ unknown.
final class MarkLabel extends Label {

    private final String key;
    private @Nullable Mark shown;

    /// @param key of who says it among the texts
    MarkLabel(String key) {
        this.key = key;
        setId("prediction-mark-" + key);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
    }

    void show(Mark mark) {
        if (mark == shown) {
            return;
        }
        shown = mark;
        String word = mark.name().toLowerCase(Locale.ROOT);
        setText(
                MarkStyle.shape(mark)
                        + " "
                        + Texts.text("dialogs.prediction.mark." + key + "." + word));
        getStyleClass().setAll("label", "prediction-mark", MarkStyle.styleClass(mark));
    }
}
