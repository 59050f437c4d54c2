package org.sipsleuth.view.sequence.prediction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sipsleuth.view.sequence.prediction.course.Likely;
import org.sipsleuth.view.sequence.prediction.course.Moment;
import org.sipsleuth.view.ui.Texts;

/// The messages that may come next, and whether the dialog may end here, a bar each.
final class NextList extends VBox {

    private final List<NextRow> rows = new ArrayList<>();
    private final NextRow end = new NextRow();
    private final HBox scale = scale();
    private final Label nothing = new Label(Texts.text("sequence.prediction.next.nothing"));

    NextList() {
        getStyleClass().add("next-list");
        setId("prediction-next");
        nothing.getStyleClass().add("prediction-faint");
        nothing.setWrapText(true);
        nothing.setMinHeight(USE_PREF_SIZE);
        for (int i = 0; i < PredictionViewModel.MOST_LIKELY; i++) {
            rows.add(new NextRow());
        }
        getChildren().addAll(rows);
        getChildren().addAll(end, scale, nothing);
    }

    /// The scale, below the bars only.
    private static HBox scale() {
        Label before = new Label();
        before.getStyleClass().add("next-type");
        ProbabilityScale scale = new ProbabilityScale();
        HBox.setHgrow(scale, Priority.ALWAYS);
        Label after = new Label();
        after.getStyleClass().add("leading-probability");
        HBox line = new HBox(before, scale, after);
        line.getStyleClass().add("next-row");
        return line;
    }

    void show(Moment moment) {
        List<Likely> likely = moment.likely(rows.size());
        boolean isGrounded = moment.course().model().isGrounded();
        rows.forEach(row -> row.setGrounded(isGrounded));
        end.setGrounded(isGrounded);
        for (int i = 0; i < rows.size(); i++) {
            NextRow row = rows.get(i);
            boolean has = i < likely.size();
            row.setVisible(has);
            row.setManaged(has);
            if (has) {
                row.show(likely.get(i));
            }
        }
        Optional<Double> ending = moment.ending().filter(probability -> probability > 0);
        ending.ifPresent(probability -> end.showEnd(probability, moment.following().isEmpty()));
        end.setVisible(ending.isPresent());
        end.setManaged(ending.isPresent());
        nothing.setVisible(likely.isEmpty() && ending.isEmpty());
        nothing.setManaged(nothing.isVisible());
        scale.setVisible(!nothing.isVisible());
        scale.setManaged(scale.isVisible());
    }
}
