package org.sipsleuth.view.sequence.prediction;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.sipsleuth.view.sequence.prediction.course.Leaders;

/// Names the lines of the chart: the colour of each, and the known dialog that it stands for.
final class LeaderLegend extends FlowPane {

    private Leaders shown = Leaders.none();

    LeaderLegend() {
        getStyleClass().add("leader-legend");
        setId("prediction-legend");
    }

    void show(Leaders leaders) {
        if (leaders.equals(shown)) {
            return;
        }
        shown = leaders;
        List<Integer> known = leaders.known();
        getChildren().clear();
        for (int place = 0; place < known.size(); place++) {
            Region swatch = new Region();
            swatch.getStyleClass().setAll("leader-swatch", "leader-" + place);
            getChildren().add(new Label("#" + known.get(place), swatch));
        }
    }
}
