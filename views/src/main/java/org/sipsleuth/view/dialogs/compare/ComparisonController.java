package org.sipsleuth.view.dialogs.compare;

import java.util.AbstractList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.ladder.HostNames;
import org.sipsleuth.view.ui.ItemCell;

/// Binds the layout of a comparison to its view model.
final class ComparisonController {

    /// What is between both sides, and right of them for the scroll bar.
    private static final double BETWEEN = 60;

    private static final double EMPTY_ROW = 18;

    private final ComparisonViewModel model;
    private final ObservableValue<HostNames> names;
    private final Runnable closed;
    private final IntConsumer chosen;

    @FXML private VBox root;
    @FXML private Label left;
    @FXML private Label right;
    @FXML private Label count;
    @FXML private HBox heads;
    @FXML private ListView<Integer> rows;

    /// @param names what hosts are called
    /// @param closed what to do when the user closes it
    /// @param chosen gets the row the user comes to
    ComparisonController(ComparisonViewModel model, ObservableValue<HostNames> names, Runnable closed,
            IntConsumer chosen) {
        this.model = model;
        this.names = names;
        this.closed = closed;
        this.chosen = chosen;
    }

    @FXML
    private void initialize() {
        addTooltip(left);
        addTooltip(right);
        count.textProperty().bind(model.countProperty());
        rows.setCellFactory(_ -> new Cell());
        model.comparedProperty().subscribe(this::show);
        names.subscribe(_ -> showHeads(model.comparedProperty().get()));
        model.currentProperty().subscribe(this::showCurrent);
        rows.getSelectionModel().selectedIndexProperty().subscribe(index -> model.goTo(index.intValue()));
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    /// Call-IDs are longer than their half of a small window.
    private static void addTooltip(Label head) {
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(head.textProperty());
        head.setTooltip(whole);
    }

    void focus() {
        rows.requestFocus();
    }

    private void show(@Nullable Compared compared) {
        left.setText(compared == null ? "" : compared.left());
        right.setText(compared == null ? "" : compared.right());
        showHeads(compared);
        rows.getSelectionModel().clearSelection();
        rows.setItems(FXCollections.observableList(numbers(compared == null ? 0 : compared.size())));
    }

    private void showHeads(@Nullable Compared compared) {
        heads.getChildren().clear();
        if (compared instanceof Compared.Dialogs dialogs) {
            Region middle = new Region();
            middle.getStyleClass().add("comparison-sign");
            HostNames known = names.getValue();
            PartHeads ours = new PartHeads(dialogs.parts().all(), true, known);
            PartHeads theirs = new PartHeads(dialogs.parts().all(), false, known);
            ours.prefWidthProperty().bind(sideWidth());
            theirs.prefWidthProperty().bind(sideWidth());
            heads.getChildren().setAll(ours, middle, theirs);
        }
        boolean any = !heads.getChildren().isEmpty();
        heads.setManaged(any);
        heads.setVisible(any);
    }

    private DoubleBinding sideWidth() {
        return Bindings.createDoubleBinding(() -> Math.max(0, Math.floor((rows.getWidth() - BETWEEN) / 2)),
                rows.widthProperty());
    }

    /// The numbers from 0, without a list in memory.
    private static List<Integer> numbers(int size) {
        return new AbstractList<>() {
            @Override
            public Integer get(int index) {
                return index;
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    private void showCurrent(Number now) {
        int row = now.intValue();
        if (row >= 0 && row < rows.getItems().size()) {
            if (rows.getSelectionModel().getSelectedIndex() != row) {
                rows.getSelectionModel().clearAndSelect(row);
                rows.scrollTo(Math.max(0, row - 2));
            }
            chosen.accept(row);
        }
    }

    private void keyPressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            closed.run();
        } else if (event.getCode() == KeyCode.F7 && event.isShiftDown()) {
            model.previous();
        } else if (event.getCode() == KeyCode.F7) {
            model.next();
        } else {
            return;
        }
        event.consume();
    }

    @FXML
    private void next() {
        model.next();
    }

    @FXML
    private void previous() {
        model.previous();
    }

    @FXML
    private void close() {
        closed.run();
    }

    @FXML
    private void copy() {
        Compared now = model.comparedProperty().get();
        if (now != null) {
            ClipboardContent content = new ClipboardContent();
            content.putString(now.text());
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    /// One row of the list.
    private final class Cell extends ItemCell<Integer> {

        Cell() {
            setPrefWidth(0);
        }

        /// As high as its lines, and not the minimum cell height of themes.
        @Override
        protected double computePrefHeight(double width) {
            Node shown = getGraphic();
            return shown == null ? EMPTY_ROW : snapSizeY(shown.prefHeight(-1));
        }

        @Override
        protected void show(Integer row) {
            Compared now = model.comparedProperty().get();
            setGraphic(now == null || row >= now.size() ? null : graphic(now, row));
        }

        private Node graphic(Compared now, int row) {
            return switch (now) {
                case Compared.Messages messages -> new MessageCell(messages.comparison().pairs().get(row), sideWidth());
                case Compared.Dialogs dialogs -> new DialogCell(dialogs, row, sideWidth());
            };
        }
    }
}
