package org.sipsleuth.view.incident.overview;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sipsleuth.view.incident.part.IncidentTexts;
import org.sipsleuth.view.incident.part.Tags;

/// What was not determined: the first sentence, the others on demand.
public final class Limits extends HBox {

    /// @param sentences one or more
    public Limits(List<String> sentences) {
        VBox lines = new VBox(limit(text("limit.first", sentences.getFirst())));
        lines.getStyleClass().add("limits");
        List<String> more = sentences.subList(1, sentences.size());
        if (!more.isEmpty()) {
            Hyperlink others = Tags.link(text("limit.more", more.size()), text("limit.tip"), _ -> {});
            others.setId("more-limits");
            others.setOnAction(_ -> {
                lines.getChildren().remove(others);
                more.stream().map(Limits::limit).forEach(lines.getChildren()::add);
            });
            lines.getChildren().add(others);
        }
        HBox.setHgrow(lines, Priority.ALWAYS);
        getChildren().setAll(Tags.icon("fth-info", "neutral"), lines);
        getStyleClass().add("limit-row");
    }

    private static Label limit(String sentence) {
        return Tags.paragraph(IncidentTexts.visible(sentence), "sentence", "muted");
    }
}
