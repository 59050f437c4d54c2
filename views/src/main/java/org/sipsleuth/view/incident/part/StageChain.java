package org.sipsleuth.view.incident.part;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Stage;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.view.ui.StageStyle;

/// The stages of an incident as a chain, each with what was done, what came of it, and when. A
/// click on one shows its messages.
public final class StageChain {

    /// Fewer stages do not fill the width; more begin another row.
    private static final int COLUMNS = 4;

    private static final int MOST_COLUMNS = 5;

    private StageChain() {}

    /// The chain.
    ///
    /// @param isDetailed whether what was done stands below each stage
    public static GridPane of(SipIndex index, Incident incident, EvidenceLinks links, boolean isDetailed) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("stage-chain");
        List<Stage> stages = incident.stages();
        int columns = Math.clamp(stages.size(), COLUMNS, MOST_COLUMNS);
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            column.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(column);
        }
        List<IncidentKind> kinds = stages.stream().map(Stage::kind).toList();
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            int column = i % columns;
            int row = i / columns * 2;
            grid.add(chevron(index, stage, kinds, links, column == 0), column, row);
            if (isDetailed) {
                int free = i == stages.size() - 1 ? columns - column : 1;
                grid.add(details(index, stage), column, row + 1, free, 1);
            }
        }
        return grid;
    }

    private static Button chevron(SipIndex index, Stage stage, List<IncidentKind> kinds, EvidenceLinks links,
            boolean isFirst) {
        StageStyle style = StageStyle.of(stage.kind());
        String word = StageStyle.word(stage, kinds);
        Button chevron = new Button(word, new FontIcon(style.icon()));
        chevron.getStyleClass().setAll("button", "stage-chevron", style.styleClass());
        if (isFirst) {
            chevron.getStyleClass().add("first");
        }
        chevron.setMaxWidth(Double.MAX_VALUE);
        chevron.setMinWidth(0);
        chevron.setTooltip(new Tooltip(text("stage.tip", word, new Sentence.Capital(stage.label()).text(),
                IncidentTexts.span(index, stage.fromNanos(), stage.toNanos()))));
        chevron.setAccessibleText(text("stage.accessible", word, stage.did().text(), stage.result().text()).strip());
        chevron.setOnAction(_ -> links.open(index, stage.evidence()));
        return chevron;
    }

    private static VBox details(SipIndex index, Stage stage) {
        VBox details = new VBox(Tags.wrapped(IncidentTexts.visible(stage.did().text()), "stage-did"),
                Tags.wrapped(IncidentTexts.visible(stage.result().text()), "stage-result"),
                Tags.paragraph(IncidentTexts.span(index, stage.fromNanos(), stage.toNanos()), "muted"));
        details.getStyleClass().add("stage-details");
        return details;
    }
}
