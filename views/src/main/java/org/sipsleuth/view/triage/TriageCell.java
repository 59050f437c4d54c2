package org.sipsleuth.view.triage;

import static org.sipsleuth.view.ui.Texts.text;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.session.casefile.JudgementStyle;
import org.sipsleuth.view.ui.SeverityStyle;

/// A sequence of the queue: its message types, severity, number of dialogs, and what was decided.
final class TriageCell extends ListCell<TriageRow> {

    private static final int LONGEST = 400;

    TriageCell() {
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable TriageRow row, boolean empty) {
        super.updateItem(row, empty);
        getStyleClass().remove("triage-decided");
        if (empty || row == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        String words = VisibleText.ofValue(row.item().sequence(), LONGEST);
        Label sequence = new Label(words);
        sequence.getStyleClass().add("triage-item");
        sequence.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        sequence.setMinWidth(0);
        HBox second = new HBox(8);
        row.item()
                .findings()
                .stream()
                .filter(_ -> !row.isDecided()) // then the verdict needs the room
                .findFirst()
                .map(Finding::severity)
                .ifPresent(severity -> {
                    Label its = new Label(SeverityStyle.word(severity));
                    its.setGraphic(SeverityStyle.icon(severity));
                    its.getStyleClass().add("triage-note");
                    its.setMinWidth(Region.USE_PREF_SIZE);
                    second.getChildren().add(its);
                });
        Label count = new Label(text("triage.dialogs", row.item().dialogs().size()));
        count.getStyleClass().add("triage-note");
        count.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        second.getChildren().addAll(count, gap);
        row.verdicts()
                .stream()
                .reduce((_, last) -> last)
                .flatMap(Verdict::judgement)
                .ifPresent(judgement -> second.getChildren().add(decided(judgement)));
        if (row.isDecided()) {
            getStyleClass().add("triage-decided");
        }
        setGraphic(new VBox(2, sequence, second));
        setTooltip(new Tooltip(words));
        setAccessibleText(words + ", " + count.getText());
    }

    private static Label decided(Judgement judgement) {
        Label label = new Label(judgement.text());
        label.setGraphic(JudgementStyle.icon(judgement));
        label.getStyleClass().add(JudgementStyle.styleClass(judgement));
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
