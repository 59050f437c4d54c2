package org.sipsleuth.view.dialogs;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Skin;
import javafx.scene.control.TableRow;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.view.dialogs.rows.GroupWords;
import org.sipsleuth.view.dialogs.rows.RowGroups;

/// A row of the list that shows by itself whether its dialog is chosen (`:chosen` in CSS), also
/// where too many are chosen for the table to mark; or the head of a group (`:group`).
final class DialogRow extends TableRow<Integer> {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");

    private final DialogsViewModel model;
    private final InvalidationListener chosenListener = this::chosenChanged;
    private final Label head = new Label();
    private final FontIcon arrow = new FontIcon("fth-chevron-right");
    private final Tooltip whole = new Tooltip(); // a head may be longer than its row

    DialogRow(DialogsViewModel model) {
        this.model = model;
        head.getStyleClass().add("group-head");
        head.setGraphic(arrow);
        head.setMouseTransparent(true);
        head.setTooltip(whole);
        whole.textProperty().bind(head.textProperty());
        head.setVisible(false);
        head.setManaged(false);
        model.chosenProperty().addListener(new WeakInvalidationListener(chosenListener));
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new GroupRowSkin(this, head);
    }

    @Override
    protected void updateItem(@Nullable Integer row, boolean empty) {
        super.updateItem(row, empty);
        boolean isGroup = !empty && row != null && RowGroups.isGroup(row);
        pseudoClassStateChanged(GROUP, isGroup);
        head.setVisible(isGroup);
        setTooltip(isGroup ? whole : null);
        if (isGroup && row != null) {
            int group = RowGroups.groupOf(row);
            head.setText(model.groups().map(groups -> GroupWords.of(groups, group)).orElse(""));
            arrow.setIconLiteral(model.isOpen(group) ? "fth-chevron-down" : "fth-chevron-right");
            setAccessibleText(head.getText());
            requestLayout();
        } else {
            setAccessibleText(null);
        }
        mark(empty ? null : row);
    }

    /// A click on the arrow opens and closes the group; elsewhere it chooses its dialogs.
    private void pressed(MouseEvent event) {
        Integer row = getItem();
        boolean isOnArrow =
                row != null
                        && !isEmpty()
                        && RowGroups.isGroup(row)
                        && event.getButton() == MouseButton.PRIMARY
                        && (event.getClickCount() == 2
                                || event.getX()
                                        < head.getLayoutX()
                                                + arrow.getLayoutBounds().getWidth() * 2);
        if (isOnArrow) {
            int group = RowGroups.groupOf(row);
            model.open(group, !model.isOpen(group));
            event.consume();
        }
    }

    private void chosenChanged(Observable changed) {
        List<Integer> validated = model.chosenProperty().get(); // else it never tells again
        mark(isEmpty() || validated.isEmpty() ? null : getItem());
    }

    private void mark(@Nullable Integer row) {
        pseudoClassStateChanged(CHOSEN, row != null && row >= 0 && model.isChosen(row));
    }
}
