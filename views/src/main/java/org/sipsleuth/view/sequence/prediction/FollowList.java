package org.sipsleuth.view.sequence.prediction;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.sipsleuth.view.sequence.prediction.hop.Following;
import org.sipsleuth.view.ui.Texts;

/// What usually follows a message, a bar each, with the time it usually takes.
final class FollowList extends VBox {

    /// @param id of its node
    FollowList(String id) {
        getStyleClass().addAll("next-list", "follow-list");
        setId(id);
    }

    void show(List<Following> rows) {
        getChildren().clear();
        for (Following row : rows) {
            NextRow shown = new NextRow();
            shown.show(row);
            getChildren().add(shown);
            if (!row.time().isEmpty()) {
                Label time = new Label(row.time());
                time.getStyleClass().addAll("prediction-faint", "follow-time");
                time.setWrapText(true);
                time.setMinHeight(USE_PREF_SIZE);
                getChildren().add(time);
            }
        }
        if (rows.isEmpty()) {
            Label nothing = new Label(Texts.text("sequence.prediction.hop.nothing"));
            nothing.getStyleClass().add("prediction-faint");
            nothing.setWrapText(true);
            nothing.setMinHeight(USE_PREF_SIZE);
            getChildren().add(nothing);
        }
    }
}
