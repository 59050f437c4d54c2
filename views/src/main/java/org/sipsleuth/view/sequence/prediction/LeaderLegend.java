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
import org.sipsleuth.view.sequence.prediction.course.Moment;

/// Names the lines of the chart: the colour of each, and the known dialog that it stands for.
final class LeaderLegend extends VBox {

    private Leaders shown = Leaders.none();
    private @Nullable KnownDialogs named;
    private boolean isEnd;

    LeaderLegend() {
        getStyleClass().add("leader-legend");
        setId("prediction-legend");
    }

    void show(Moment moment) {
        Leaders leaders = moment.course().leaders();
        KnownDialogs dialogs = moment.course().model().known();
        if (leaders.equals(shown) && dialogs.equals(named) && isEnd == moment.isEnd()) {
            return;
        }
        shown = leaders;
        named = dialogs;
        isEnd = moment.isEnd();
        List<Integer> known = leaders.known();
        getChildren().clear();
        for (int place = 0; place < known.size(); place++) {
            Region swatch = new Region();
            swatch.getStyleClass().setAll("leader-swatch", "leader-" + place);
            Label name = new Label(SequenceName.at(moment, known.get(place)), swatch);
            name.setMinWidth(0);
            name.setTooltip(
                    new Tooltip(name.getText() + "\n" + SequenceText.text(dialogs.types(known.get(place))).text()));
            getChildren().add(name);
        }
    }
}
