package org.sipsleuth.view.sequence.prediction;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.sequence.KnownDialogs;
import org.sipsleuth.sequence.unknown.SequenceText;
import org.sipsleuth.view.sequence.prediction.course.Leaders;

/// Names the lines of the chart: the colour of each, and the known dialog that it stands for.
final class LeaderLegend extends VBox {

    private Leaders shown = Leaders.none();
    private @Nullable KnownDialogs named;

    LeaderLegend() {
        getStyleClass().add("leader-legend");
        setId("prediction-legend");
    }

    void show(Leaders leaders, KnownDialogs dialogs) {
        if (leaders.equals(shown) && dialogs.equals(named)) {
            return;
        }
        shown = leaders;
        named = dialogs;
        List<Integer> known = leaders.known();
        getChildren().clear();
        for (int place = 0; place < known.size(); place++) {
            Region swatch = new Region();
            swatch.getStyleClass().setAll("leader-swatch", "leader-" + place);
            Label name = new Label(SequenceName.of(dialogs, known.get(place)), swatch);
            name.setMinWidth(0);
            name.setTooltip(
                    new Tooltip(
                            name.getText()
                                    + "\n"
                                    + SequenceText.text(dialogs.types(known.get(place)))));
            getChildren().add(name);
        }
    }
}
