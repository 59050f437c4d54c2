package org.sipsleuth.view.message.text;

import java.util.function.IntFunction;
import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Shows tooltips for the characters under the pointer.
final class TextHints {

    private static final Duration DELAY = Duration.millis(350);
    private static final double BELOW_POINTER = 14;

    private final StyledTextArea area;
    private final IntFunction<String> words;
    private final Tooltip tip = new Tooltip();
    private final PauseTransition rest = new PauseTransition(DELAY);
    private @Nullable MouseEvent pointer;

    TextHints(StyledTextArea area, IntFunction<String> words) {
        this.area = area;
        this.words = words;
        rest.setOnFinished(_ -> show());
    }

    void listen() {
        area.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        area.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> hide());
        area.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> hide());
        area.addEventHandler(ScrollEvent.SCROLL, _ -> hide());
        area.addEventHandler(KeyEvent.KEY_PRESSED, _ -> hide());
        area.textProperty().addListener(_ -> hide());
    }

    private void moved(MouseEvent event) {
        tip.hide();
        pointer = event;
        rest.playFromStart();
    }

    private void hide() {
        rest.stop();
        tip.hide();
    }

    private void show() {
        MouseEvent at = pointer;
        if (at == null || area.getScene() == null) {
            return;
        }
        int character = area.characterAt(at.getX(), at.getY());
        String hint = character < 0 ? "" : words.apply(character);
        if (!hint.isEmpty()) {
            Point2D place = area.localToScreen(at.getX(), at.getY());
            tip.setText(hint);
            tip.show(area, place.getX(), place.getY() + BELOW_POINTER);
        }
    }
}
