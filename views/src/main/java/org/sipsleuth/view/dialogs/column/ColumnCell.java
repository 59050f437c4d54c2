package org.sipsleuth.view.dialogs.column;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.view.dialogs.table.query.DialogColumn;
import org.sipsleuth.view.ui.ItemCell;

/// A column that can be shown and hidden, and dragged to another place.
final class ColumnCell extends ItemCell<DialogColumn> {

    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");

    /// What a scroll bar takes of the width.
    private static final double SCROLL_BAR = 20;

    private final ColumnChoice choice;
    private final CheckBox box = new CheckBox();
    private final Label title = new Label();
    private final Label description = new Label();
    private final FontIcon grip = new FontIcon("fth-menu");
    private final HBox content;

    ColumnCell(ColumnChoice choice) {
        this.choice = choice;
        title.getStyleClass().add("chooser-title");
        description.getStyleClass().add("chooser-description");
        description.setWrapText(true);
        description.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(title, description);
        HBox.setHgrow(words, Priority.ALWAYS);
        content = new HBox(box, words, grip);
        content.getStyleClass().add("chooser-cell");
        box.setFocusTraversable(false);
        box.setOnAction(_ -> choose(box.isSelected()));
        setPrefWidth(0);
        setOnDragDetected(this::drag);
        setOnDragOver(this::over);
        setOnDragExited(_ -> pseudoClassStateChanged(TARGET, false));
        setOnDragDropped(this::drop);
    }

    @Override
    protected void show(DialogColumn column) {
        box.setSelected(choice.layoutProperty().get().has(column));
        title.setText(column.title());
        description.setText(column.description());
        grip.setVisible(box.isSelected());
        setGraphic(content);
    }

    /// As high as its words need at the width they have: they are broken into lines.
    @Override
    protected double computePrefHeight(double width) {
        ListView<DialogColumn> list = getListView();
        if (list == null || getGraphic() == null) {
            return super.computePrefHeight(width);
        }
        double room = getWidth() > 0 ? getWidth() : list.getWidth() - SCROLL_BAR;
        double words = room - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + content.prefHeight(words) + snappedBottomInset();
    }

    private void choose(boolean isShown) {
        Optional.ofNullable(getItem())
                .ifPresent(column -> choice.use(choice.layoutProperty().get().with(column, isShown)));
    }

    private void drag(MouseEvent event) {
        DialogColumn column = getItem();
        if (column != null && choice.layoutProperty().get().has(column)) {
            ClipboardContent moved = new ClipboardContent();
            moved.putString(column.key());
            startDragAndDrop(TransferMode.MOVE).setContent(moved);
            event.consume();
        }
    }

    private void over(DragEvent event) {
        if (event.getGestureSource() instanceof ColumnCell cell && cell != this && isShown()) {
            event.acceptTransferModes(TransferMode.MOVE);
            pseudoClassStateChanged(TARGET, true);
            event.consume();
        }
    }

    private void drop(DragEvent event) {
        ColumnLayout now = choice.layoutProperty().get();
        if (event.getGestureSource() instanceof ColumnCell cell && cell.getItem() != null && isShown()) {
            int from = now.columns().indexOf(cell.getItem());
            int to = now.columns().indexOf(getItem());
            choice.use(now.moved(cell.getItem(), to - from));
            event.setDropCompleted(true);
            event.consume();
        }
    }

    private boolean isShown() {
        return getItem() != null && choice.layoutProperty().get().has(getItem());
    }
}
