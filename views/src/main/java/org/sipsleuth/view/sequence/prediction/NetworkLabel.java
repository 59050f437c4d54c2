package org.sipsleuth.view.sequence.prediction;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.sipsleuth.finding.NetworkMark;
import org.sipsleuth.finding.VerdictText;
import org.sipsleuth.view.ui.NetworkStyle;
import org.sipsleuth.view.ui.Texts;

/// What the network of the laboratory says by one of its measures, by sign, word and colour: ■
/// within, ◧ between, ▢ unlike training.
final class NetworkLabel extends Label {

    private final String key;

    /// @param measure the name of the measure among the texts
    NetworkLabel(String measure) {
        key = "sequence.prediction.network." + measure;
        setId("prediction-network-" + measure);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        setTooltip(new Tooltip(VerdictText.ofNetwork().text()));
    }

    /// @param isSoFar whether more messages follow, so that this is not the last word
    void show(NetworkMark mark, boolean isSoFar) {
        setText(Texts.text(key, words(mark), isSoFar ? 1 : 0));
        getStyleClass().setAll("label", "prediction-mark", NetworkStyle.styleClass(mark));
    }

    /// The verdict of a network has a word of its own: *unknown* is that of the hops.
    private static String words(NetworkMark mark) {
        return switch (mark) {
            case WITHIN, BETWEEN -> NetworkStyle.words(mark);
            case OUTSIDE -> NetworkStyle.shape(mark) + " " + Texts.text("sequence.prediction.network.unlike");
        };
    }
}
