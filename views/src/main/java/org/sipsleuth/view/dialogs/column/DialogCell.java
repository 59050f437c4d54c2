package org.sipsleuth.view.dialogs.column;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.casefile.NoteMark;
import org.sipsleuth.dialog.field.DialogField;
import org.sipsleuth.sequence.Mark;
import org.sipsleuth.simulate.truth.TruthLabel;
import org.sipsleuth.view.dialogs.rows.ColumnReader;
import org.sipsleuth.view.dialogs.rows.DialogColumn;
import org.sipsleuth.view.dialogs.rows.FieldColumn;
import org.sipsleuth.view.dialogs.rows.Listed;
import org.sipsleuth.view.dialogs.rows.OwnColumn;
import org.sipsleuth.view.fx.StyledAs;
import org.sipsleuth.view.fx.TruthWords;
import org.sipsleuth.view.fx.sequence.MarkStyle;
import org.sipsleuth.view.message.VisibleText;

/// One value of one dialog in the list. It asks the newest snapshot, so that numbers go on rising
/// while a file is read.
final class DialogCell extends TableCell<Integer, Integer> {

    /// Longer texts are cut off: nobody reads them in a cell, and laying them out takes long.
    private static final int LONGEST = 400;

    private static final String SIP_SCHEME = "sip:";

    private final DialogColumn column;
    private final ObservableValue<@Nullable ColumnReader> reader;
    private final InvalidationListener snapshotListener = this::snapshotChanged;
    private final StyledAs styled = new StyledAs(this);
    private final @Nullable StateIcon icon;
    private final @Nullable Region swatch;

    DialogCell(DialogColumn column, ObservableValue<@Nullable ColumnReader> reader) {
        this.column = column;
        this.reader = reader;
        icon = column == OwnColumn.MARK ? new StateIcon() : null;
        swatch = column == OwnColumn.TRUTH ? new Region() : null;
        getStyleClass().add(DialogColumns.styleClass(column));
        if (DialogColumns.isNumeric(column)) {
            getStyleClass().add("numeric");
        }
        if (icon != null) {
            icon.setVisible(false);
            setGraphic(icon);
        }
        reader.addListener(new WeakInvalidationListener(snapshotListener));
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
        ColumnReader now = reader.getValue();
        if (now == null || dialog == null || !isDialog(now, dialog)) {
            showNothing();
            return;
        }
        if (icon != null) {
            icon.show(now.listed().index().dialogs().state(dialog));
            icon.setVisible(true);
            return;
        }
        if (swatch != null) {
            paint(swatch, now.listed(), dialog);
        }
        if (column == OwnColumn.KNOWN) {
            showMark(now.listed().marks().flatMap(marks -> marks.of(dialog)));
            return;
        }
        if (column == OwnColumn.NOTE) {
            showNote(now.note(dialog).mark());
            return;
        }
        String text = VisibleText.ofValue(column.text(now, dialog), LONGEST);
        setText(shortened(text));
    }

    private void showNothing() {
        setText(null);
        setTooltip(null);
        styled.set(Optional.empty());
        if (icon == null) {
            setGraphic(null);
        } else {
            icon.setVisible(false);
        }
    }

    private static boolean isDialog(ColumnReader now, int row) {
        return row >= 0 && row < now.listed().index().dialogs().size();
    }

    /// A letter on its colour.
    private void showNote(Optional<NoteMark> mark) {
        setText(mark.map(NoteMark::name).orElse(null));
        styled.set(mark.map(DialogCell::noteClass));
    }

    /// The CSS class of a mark, e.g. `note-a`.
    static String noteClass(NoteMark mark) {
        return "note-" + mark.name().toLowerCase(Locale.ROOT);
    }

    /// A shape in its colour; the tooltip has the word.
    private void showMark(Optional<Mark> mark) {
        setText(mark.map(MarkStyle::shape).orElse(null));
        styled.set(mark.map(MarkStyle::styleClass));
    }

    /// Gives the word of a class its colour.
    private void paint(Region mark, Listed now, int dialog) {
        Optional<TruthLabel> label = now.truth().flatMap(truth -> truth.ofDialog(dialog));
        if (label.isPresent()) {
            String colour = TruthWords.styleClass(label.get().trafficClass());
            if (!mark.getStyleClass().contains(colour)) {
                mark.getStyleClass().setAll("truth-swatch", colour);
            }
            setGraphic(mark);
        } else {
            setGraphic(null);
        }
    }

    /// Of a URI the scheme that nearly all have is left out, and its parameters.
    private String shortened(String text) {
        if (!(column instanceof FieldColumn(var value))
                || (value != DialogField.CALLER && value != DialogField.CALLEE)) {
            return text;
        }
        int from = text.startsWith(SIP_SCHEME) ? SIP_SCHEME.length() : 0;
        int parameters = text.indexOf(';');
        return text.substring(from, parameters > from ? parameters : text.length());
    }

    /// Shows the whole value when the pointer rests on a cell that does not.
    void offerTooltip() {
        ColumnReader now = reader.getValue();
        if (now == null || isEmpty() || getItem() == null || !isDialog(now, getItem())) {
            setTooltip(null);
            return;
        }
        String whole = VisibleText.ofValue(column.text(now, getItem()), LONGEST);
        boolean shown = whole.equals(getText()) && !isTextTruncated();
        setTooltip(shown ? null : new Tooltip(whole));
    }
}
