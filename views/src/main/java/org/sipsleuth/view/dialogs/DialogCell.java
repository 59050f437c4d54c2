package org.sipsleuth.view.dialogs;

import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.dialogs.rows.DialogColumn;
import org.sipsleuth.view.message.VisibleText;

/// One value of one dialog in the list. It asks the newest snapshot, so that numbers go on rising
/// while a file is read.
final class DialogCell extends TableCell<Integer, Integer> {

    /// Longer texts are cut off: nobody reads them in a cell, and laying them out takes long.
    private static final int LONGEST = 400;

    private static final String SIP_SCHEME = "sip:";

    private final DialogColumn column;
    private final ObservableValue<@Nullable SipIndex> index;
    private final InvalidationListener snapshotListener = this::snapshotChanged;
    private final @Nullable StateIcon icon;

    DialogCell(DialogColumn column, ObservableValue<@Nullable SipIndex> index) {
        this.column = column;
        this.index = index;
        icon = column == DialogColumn.MARK ? new StateIcon() : null;
        getStyleClass().add("dialog-" + column.key().replace('.', '-'));
        if (column.kind() == DialogColumn.Kind.NUMBER && column != DialogColumn.START) {
            getStyleClass().add("numeric");
        }
        index.addListener(new WeakInvalidationListener(snapshotListener));
    }

    @Override
    protected void updateItem(@Nullable Integer dialog, boolean empty) {
        super.updateItem(dialog, empty);
        show(empty ? null : dialog);
    }

    private void snapshotChanged(Observable changed) {
        show(isEmpty() ? null : getItem());
    }

    private void show(@Nullable Integer dialog) {
        SipIndex snapshot = index.getValue();
        if (dialog == null || snapshot == null || dialog >= snapshot.dialogs().size()) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
            return;
        }
        if (icon != null) {
            icon.show(snapshot.dialogs().state(dialog));
            setGraphic(icon);
            return;
        }
        String text = VisibleText.ofValue(column.text(snapshot, dialog), LONGEST);
        setText(shortened(text));
    }

    /// Of a URI the scheme that nearly all have is left out, and its parameters.
    private String shortened(String text) {
        if (column != DialogColumn.CALLER && column != DialogColumn.CALLEE) {
            return text;
        }
        int from = text.startsWith(SIP_SCHEME) ? SIP_SCHEME.length() : 0;
        int parameters = text.indexOf(';');
        return text.substring(from, parameters > from ? parameters : text.length());
    }

    /// Shows the whole value when the pointer rests on a cell that does not.
    void offerTooltip() {
        SipIndex snapshot = index.getValue();
        if (snapshot == null || isEmpty() || getItem() == null) {
            setTooltip(null);
            return;
        }
        String whole = VisibleText.ofValue(column.text(snapshot, getItem()), LONGEST);
        boolean shown = whole.equals(getText()) && !isTextTruncated();
        setTooltip(shown ? null : new Tooltip(whole));
    }
}
