package org.sipsleuth.view.message.text;

import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// The mouse on a text: a press sets the caret, dragging selects, two presses select a word, three
/// a line, the wheel scrolls.
final class TextMouse {

    private static final int WHEEL_ROWS = 3;
    private static final int WORD = 2;
    private static final int LINE = 3;

    private final StyledTextArea area;

    TextMouse(StyledTextArea area) {
        this.area = area;
    }

    void listen() {
        area.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        area.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        area.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    }

    private void pressed(MouseEvent event) {
        area.requestFocus();
        int place = area.placeAt(event.getX(), event.getY());
        if (event.getButton() != MouseButton.PRIMARY) {
            TextSpan selected = area.selected();
            if (place < selected.from() || place > selected.to()) {
                area.select(place, place); // a menu is about the selection, or about this place
            }
            return;
        }
        CaretMoves moves = new CaretMoves(area.laid());
        if (event.getClickCount() == WORD) {
            select(moves.wordAt(place));
        } else if (event.getClickCount() >= LINE) {
            select(moves.lineAt(place));
        } else {
            area.select(event.isShiftDown() ? area.selected().anchor() : place, place);
        }
    }

    /// Beyond an edge the caret that is kept in sight scrolls the text.
    private void dragged(MouseEvent event) {
        if (event.isPrimaryButtonDown() && event.getClickCount() == 1) {
            area.select(area.selected().anchor(), area.placeAt(event.getX(), event.getY()));
        }
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            area.scrollBy(-Math.signum(event.getDeltaY()) * WHEEL_ROWS * area.rowHeight());
            event.consume();
        }
    }

    private void select(TextSpan span) {
        area.select(span.from(), span.to());
    }
}
