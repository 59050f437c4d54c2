package org.sipsleuth.view.message.text;

import javafx.event.Event;
import javafx.geometry.Orientation;
import javafx.scene.Cursor;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ContextMenuEvent;

/// The scroll bar of rows that are all as high; its value is how many pixels are above the sight.
final class RowScroll extends ScrollBar {

    private double rowHeight = 1;
    private double around;
    private double seen;

    RowScroll() {
        setOrientation(Orientation.VERTICAL);
        setFocusTraversable(false);
        setManaged(false);
        setCursor(Cursor.DEFAULT);
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, Event::consume);
    }

    /// Fits it to so many rows; it is there only if not all of them are in view.
    ///
    /// @param height that of a row
    /// @param room above the first row and below the last, together
    /// @param sight the height of what is seen
    void fit(int rows, double height, double room, double sight) {
        rowHeight = height;
        around = room;
        seen = sight;
        double all = rows * height + room;
        double most = Math.max(0, all - seen);
        setVisible(most > 0);
        setMax(most);
        setVisibleAmount(most * seen / all);
        setUnitIncrement(height);
        setBlockIncrement(Math.max(height, seen - height));
        by(0);
    }

    /// Scrolls down by so many pixels, or up if negative, as far as there is something.
    void by(double pixels) {
        setValue(Math.clamp(getValue() + pixels, 0, getMax()));
    }

    /// Scrolls as little as brings a row into sight.
    void show(int row) {
        double top = row * rowHeight;
        double bottom = top + rowHeight + around;
        double value = Math.clamp(getValue(), Math.min(top, bottom - seen), top);
        setValue(Math.clamp(value, 0, getMax()));
    }
}
