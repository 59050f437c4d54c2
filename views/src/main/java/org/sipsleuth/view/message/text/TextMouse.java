package org.sipsleuth.view.message.text;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;

/// The mouse on a text: a press sets the caret, dragging selects, two presses select a word, three
/// a line, the wheel scrolls.
final class TextMouse {

    private static final Duration REPEAT = Duration.millis(50);
    private static final int WORD = 2;
    private static final int LINE = 3;

    private final StyledTextArea area;
    private final Timeline repeating = new Timeline(new KeyFrame(REPEAT, _ -> drag()));
    private double x;
    private double y;

    TextMouse(StyledTextArea area) {
        this.area = area;
        repeating.setCycleCount(Animation.INDEFINITE);
    }

    void listen() {
        area.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        area.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        area.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> repeating.stop());
        area.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    }

    private void pressed(MouseEvent event) {
        area.requestFocus();
        int place = area.placeAt(event.getX(), event.getY());
        if (event.getButton() != MouseButton.PRIMARY || event.isPopupTrigger()) {
            TextSpan selected = area.selected();
            if (place < selected.from() || place > selected.to()) {
                area.moveTo(place, place); // a menu is about the selection, or about this place
            }
            return;
        }
        CaretMoves moves = new CaretMoves(area.laid());
        if (event.getClickCount() == WORD) {
            int character = area.characterAt(event.getX(), event.getY());
            select(moves.wordAt(character < 0 ? place : character));
        } else if (event.getClickCount() >= LINE) {
            select(moves.lineAt(place));
        } else {
            area.moveTo(event.isShiftDown() ? area.selected().anchor() : place, place);
        }
    }

    /// Beyond an edge the caret that is kept in view scrolls the text, also while the pointer
    /// rests.
    private void dragged(MouseEvent event) {
        if (event.isPrimaryButtonDown() && event.getClickCount() == 1) {
            x = event.getX();
            y = event.getY();
            drag();
            boolean isBeyond = y < 0 || y > area.getHeight();
            if (isBeyond) {
                repeating.play();
            } else {
                repeating.stop();
            }
        }
    }

    private void drag() {
        if (area.getScene() == null) { // no release event will come
            repeating.stop();
            return;
        }
        area.moveTo(area.selected().anchor(), area.placeForSelecting(x, y));
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            area.scrollBy(-event.getDeltaY());
            event.consume();
        }
    }

    private void select(TextSpan span) {
        area.moveTo(span.from(), span.to());
    }
}
