package org.sipsleuth.view.dialogs;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Skin;
import javafx.scene.control.TableRow;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.view.dialogs.table.cell.RowCell;
import org.sipsleuth.view.dialogs.table.cell.RowPainter;
import org.sipsleuth.view.dialogs.table.cell.RowSkin;
import org.sipsleuth.view.dialogs.table.query.GroupWords;
import org.sipsleuth.view.dialogs.table.query.IntRows;
import org.sipsleuth.view.dialogs.table.query.RowGroups;

/// A row of the list that shows by itself whether its dialog is chosen (`:chosen` in CSS), also
/// where too many are chosen for the table to mark; or the head of a group (`:group`).
final class DialogRow extends TableRow<Integer> {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");

    private final DialogsViewModel model;
    private final RowPainter painter;
    private final RowCell cell;
    private final InvalidationListener chosenListener = this::chosenChanged;
    private final ChangeListener<IntRows> rowsListener = (_, _, _) -> showHead();

    DialogRow(DialogsViewModel model, RowPainter painter) {
        this.model = model;
        this.painter = painter;
        cell = new RowCell(painter);
        model.chosenProperty().addListener(new WeakInvalidationListener(chosenListener));
        model.rowsProperty().addListener(new WeakChangeListener<>(rowsListener));
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new RowSkin(this, cell, painter);
    }

    @Override
    protected void updateItem(@Nullable Integer row, boolean empty) {
        super.updateItem(row, empty);
        Integer shown = empty ? null : row;
        boolean isGroup = shown != null && RowGroups.isGroup(shown);
        pseudoClassStateChanged(GROUP, isGroup);
        if (shown == null) {
            cell.showNothing();
        } else if (isGroup) {
            showHead();
        } else {
            cell.show(shown);
        }
        mark(shown);
    }

    /// Shows the head of its group. A group keeps its number when it opens, and when another answer
    /// has other dialogs in it: then the table does not update the row.
    private void showHead() {
        Integer row = isEmpty() ? null : getItem();
        if (row == null || !RowGroups.isGroup(row)) {
            return;
        }
        int group = RowGroups.groupOf(row);
        model.groups()
                .filter(groups -> group < groups.size())
                .ifPresent(groups -> cell.showHead(GroupWords.of(groups, group), model.isOpen(group)));
    }

    /// A click on the arrow opens and closes the group; elsewhere it chooses its dialogs.
    private void pressed(MouseEvent event) {
        Integer row = getItem();
        boolean isOnArrow =
                row != null && !isEmpty() && RowGroups.isGroup(row) && event.getButton() == MouseButton.PRIMARY
                        && (event.getClickCount() == 2 || cell.isArrow(event.getX() - cell.getLayoutX()));
        if (isOnArrow) {
            int group = RowGroups.groupOf(row);
            model.open(group, !model.isOpen(group));
            event.consume();
        }
    }

    private void chosenChanged(Observable changed) {
        // keeps the property valid, so that it fires again
        List<Integer> validated = model.chosenProperty().get();
        mark(isEmpty() || validated.isEmpty() ? null : getItem());
    }

    private void mark(@Nullable Integer row) {
        pseudoClassStateChanged(CHOSEN, row != null && row >= 0 && model.isChosen(row));
    }
}
