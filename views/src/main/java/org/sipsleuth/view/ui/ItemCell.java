package org.sipsleuth.view.ui;

import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.run.FaultSink;

/// A cell of a list. A fault while an item is shown costs this cell only.
public abstract class ItemCell<T> extends ListCell<T> {

    /// Shows an item: sets text or graphic, and whatever else depends on it.
    protected abstract void show(T item);

    /// Takes back what an item has set beside text, graphic, tooltip and accessible text.
    protected void clear() {}

    @Override
    protected final void updateItem(@Nullable T item, boolean isEmpty) {
        super.updateItem(item, isEmpty);
        if (item == null || isEmpty) {
            leave("");
        } else if (!WindowFaults.isShown("row of " + getClass().getName(), () -> show(item))) {
            leave(FaultSink.FAILED);
        }
    }

    private void leave(String text) {
        clear();
        setGraphic(null);
        setTooltip(null);
        setAccessibleText(null);
        setText(text);
    }

    /// One that shows words.
    public static <T> ItemCell<T> of(Function<? super T, String> words) {
        return new ItemCell<>() {
            @Override
            protected void show(T item) {
                setText(words.apply(item));
            }
        };
    }

    /// One that shows words in as many lines as the width of the list needs.
    public static <T> ItemCell<T> wrapping(Function<? super T, String> words) {
        ItemCell<T> cell = of(words);
        cell.setWrapText(true);
        cell.setPrefWidth(0);
        return cell;
    }

    /// Has a choice show its items by words, in its list and in itself.
    public static <T> void show(ComboBox<T> choice, Function<? super T, String> words) {
        choice.setCellFactory(_ -> of(words));
        choice.setButtonCell(of(words));
    }
}
