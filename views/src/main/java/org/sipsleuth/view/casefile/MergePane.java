package org.sipsleuth.view.casefile;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.concurrent.Worker;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sipsleuth.casefile.CaseMerge;
import org.sipsleuth.casefile.DisputedRow;
import org.sipsleuth.text.FileName;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.session.casefile.CaseModel;
import org.sipsleuth.view.session.casefile.CaseModel.Merged;
import org.sipsleuth.view.session.casefile.VerdictLines;
import org.sipsleuth.view.ui.ItemCell;

/// How far the merging or unpacking of a case is, then what a merge did not take, with the choice
/// to accept it.
final class MergePane extends VBox {

    private static final int LONGEST = 1_000;
    private static final int LONGEST_NAME = 60;

    /// More analysts than anybody has are those of a forged case.
    private static final int MOST_ANALYSTS = 5;

    private static final int ROWS_SHOWN = 6;

    /// In small windows, so that the rest of the page has room.
    private static final int LEAST_ROWS_SHOWN = 3;

    private static final double ROW_HEIGHT = 24;

    /// The border, and the bar with which long rows are scrolled.
    private static final double BESIDE_ROWS_HEIGHT = 18;

    /// A row that was not taken; its text is made when it is seen, since there can be many.
    private interface Row {
        String text();
    }

    private final CaseModel cases;

    MergePane(CaseModel cases) {
        this.cases = cases;
        setId("case-merge-pane");
        getStyleClass().add("case-merge");
        cases.runningProperty().subscribe(this::show);
        cases.mergedProperty().subscribe(this::show);
    }

    private void show() {
        Optional<Worker<?>> running = cases.runningProperty().get();
        Optional<Merged> merged = cases.mergedProperty().get();
        if (running.isPresent()) {
            getChildren().setAll(progress(running.get()));
        } else {
            getChildren().setAll(merged.map(this::outcome).orElse(List.of()));
        }
        setVisible(!getChildren().isEmpty());
        setManaged(!getChildren().isEmpty());
    }

    private Node progress(Worker<?> running) {
        ProgressBar bar = new ProgressBar();
        bar.setId("case-progress");
        bar.progressProperty().bind(running.progressProperty());
        Label stage = new Label();
        stage.textProperty().bind(running.messageProperty());
        Button cancel = new Button(text("casefile.merge.cancel"));
        cancel.setId("case-cancel");
        cancel.setOnAction(_ -> cases.cancel());
        return actions(List.of(bar, stage, cancel));
    }

    private static HBox actions(List<Node> nodes) {
        HBox row = new HBox();
        row.getStyleClass().add("actions");
        row.getChildren().setAll(nodes);
        return row;
    }

    private List<Node> outcome(Merged merged) {
        CaseMerge.Result result = merged.result();
        long added = result.added().values().stream().mapToLong(each -> each).sum();
        String name = VisibleText.ofValue(FileName.last(merged.other()), LONGEST_NAME);
        List<Node> nodes = new ArrayList<>();
        nodes.add(label("case-merged", result.isWithoutNews() ? text("casefile.merge.no.news", name)
                : text("casefile.merge.done", name, added)));
        if (!result.disputed().isEmpty()) {
            Label conflicts = label("case-disputed", text("casefile.merge.disputed", result.disputed().size()));
            conflicts.getStyleClass().add("case-conflicts");
            nodes.add(conflicts);
        }
        List<Row> rows = Stream.concat(result.disputed().stream().map(MergePane::row),
                result.notTaken().stream().map(MergePane::other)).toList();
        if (!rows.isEmpty()) {
            nodes.add(list(rows));
        }
        List<Node> buttons = new ArrayList<>();
        result.acceptable().stream().limit(MOST_ANALYSTS).forEach(who -> buttons.add(accept(merged, who)));
        Button hide = new Button(text("casefile.merge.hide"));
        hide.setId("case-merge-hide");
        hide.getStyleClass().add("small");
        hide.setOnAction(_ -> cases.forgetMerge());
        buttons.add(hide);
        nodes.add(actions(buttons));
        return nodes;
    }

    private static Label label(String id, String words) {
        Label label = new Label(words);
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Row row(DisputedRow row) {
        return () -> text("casefile.merge.row", row.table().sqlName(), row.about(), row.content(), row.who(),
                row.at().isEmpty() ? text("casefile.merge.no.time") : VerdictLines.minute(row.at()), row.text());
    }

    private static Row other(String row) {
        return () -> text("casefile.merge.row.other", row);
    }

    private Button accept(Merged merged, String who) {
        Button accept = new Button(text("casefile.merge.accept", VisibleText.ofValue(who, LONGEST_NAME)));
        accept.getStyleClass().add("small");
        accept.setMnemonicParsing(false);
        accept.setTooltip(new Tooltip(text("casefile.merge.accept.tip")));
        accept.setOnAction(_ -> cases.merge(merged.other(), Set.of(who)));
        return accept;
    }

    private static double height(int rows) {
        return rows * ROW_HEIGHT + BESIDE_ROWS_HEIGHT;
    }

    private static ListView<Row> list(List<Row> rows) {
        ListView<Row> list = new ListView<>();
        list.setId("case-disputed-rows");
        list.setFixedCellSize(ROW_HEIGHT);
        list.setPrefHeight(height(Math.min(rows.size(), ROWS_SHOWN)));
        list.setMinHeight(height(Math.min(rows.size(), LEAST_ROWS_SHOWN)));
        list.setCellFactory(_ -> ItemCell.of(row -> VisibleText.ofValue(row.text(), LONGEST)));
        list.getItems().setAll(rows);
        return list;
    }
}
