package org.sipsleuth.view.dialogs;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.sequence.Mark;
import org.sipsleuth.simulate.truth.TruthLabel;
import org.sipsleuth.view.dialogs.rows.DialogColumn;
import org.sipsleuth.view.dialogs.rows.Listed;
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
    private final ObservableValue<@Nullable Listed> listed;
    private final InvalidationListener snapshotListener = this::snapshotChanged;
    private final @Nullable StateIcon icon;
    private final @Nullable Region swatch;

    DialogCell(DialogColumn column, ObservableValue<@Nullable Listed> listed) {
        this.column = column;
        this.listed = listed;
        icon = column == DialogColumn.MARK ? new StateIcon() : null;
        swatch = column == DialogColumn.TRUTH ? new Region() : null;
        getStyleClass().add("dialog-" + column.key().replace('.', '-'));
        if (column.kind() == DialogColumn.Kind.NUMBER && column != DialogColumn.START) {
            getStyleClass().add("numeric");
        }
        listed.addListener(new WeakInvalidationListener(snapshotListener));
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
        Listed now = listed.getValue();
        if (dialog == null || now == null || dialog >= now.index().dialogs().size()) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
            return;
        }
        if (icon != null) {
            icon.show(now.index().dialogs().state(dialog));
            setGraphic(icon);
            return;
        }
        if (swatch != null) {
            paint(swatch, now, dialog);
        }
        if (column == DialogColumn.KNOWN) {
            showMark(now.marks().flatMap(marks -> marks.of(dialog)));
            return;
        }
        String text = VisibleText.ofValue(column.text(now, dialog), LONGEST);
        setText(shortened(text));
    }

    /// A shape in its colour; the tooltip has the word.
    private void showMark(Optional<Mark> mark) {
        getStyleClass().removeAll(Stream.of(Mark.values()).map(MarkStyle::styleClass).toList());
        setText(mark.map(MarkStyle::shape).orElse(null));
        mark.map(MarkStyle::styleClass).ifPresent(getStyleClass()::add);
    }

    /// Gives the word of a class its colour.
    private void paint(Region mark, Listed now, int dialog) {
        Optional<TruthLabel> label = now.truth().flatMap(truth -> truth.ofDialog(dialog));
        if (label.isPresent()) {
            String colour = TruthWords.styleClass(label.get().trafficClass());
            mark.getStyleClass().setAll("truth-swatch", colour);
            setGraphic(mark);
        } else {
            setGraphic(null);
        }
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
        Listed now = listed.getValue();
        if (now == null || isEmpty() || getItem() == null) {
            setTooltip(null);
            return;
        }
        String whole = VisibleText.ofValue(column.text(now, getItem()), LONGEST);
        boolean shown = whole.equals(getText()) && !isTextTruncated();
        setTooltip(shown ? null : new Tooltip(whole));
    }
}
