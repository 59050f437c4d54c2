package org.sipsleuth.view.dialogs;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;

/// A row of the list that shows by itself whether its dialog is chosen (`:chosen` in CSS), also
/// where too many are chosen for the table to mark.
final class DialogRow extends TableRow<Integer> {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final DialogsViewModel model;
    private final InvalidationListener chosenListener = this::chosenChanged;

    DialogRow(DialogsViewModel model) {
        this.model = model;
        model.chosenProperty().addListener(new WeakInvalidationListener(chosenListener));
    }

    @Override
    protected void updateItem(@Nullable Integer dialog, boolean empty) {
        super.updateItem(dialog, empty);
        mark(empty ? null : dialog);
    }

    private void chosenChanged(Observable changed) {
        List<Integer> validated = model.chosenProperty().get(); // else it never tells again
        mark(isEmpty() || validated.isEmpty() ? null : getItem());
    }

    private void mark(@Nullable Integer dialog) {
        pseudoClassStateChanged(CHOSEN, dialog != null && model.isChosen(dialog));
    }
}
