package org.sipsleuth.view.message.text;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.shape.Line;
import javafx.util.Duration;

/// The caret of a text: blinks while the text has the focus, and is not there while not.
final class CaretLine extends Line {

    private static final Duration BLINK = Duration.millis(500);

    private final Node owner;
    private final Timeline blinking = new Timeline(new KeyFrame(BLINK, _ -> setVisible(false)),
            new KeyFrame(BLINK.multiply(2), _ -> setVisible(true)));

    CaretLine(Node owner) {
        this.owner = owner;
        getStyleClass().add("caret");
        setManaged(false);
        setMouseTransparent(true);
        blinking.setCycleCount(Animation.INDEFINITE);
        owner.focusedProperty().subscribe(_ -> blinkAnew());
    }

    /// Shows it at once if the text has the focus.
    void blinkAnew() {
        boolean isThere = owner.isFocused();
        setVisible(isThere);
        if (isThere) {
            blinking.playFromStart();
        } else {
            blinking.stop();
        }
    }

    /// Puts it before a character.
    void place(double x, double y, double height) {
        double middle = Math.round(x) + 0.5;
        setStartX(middle);
        setEndX(middle);
        setStartY(y + 1);
        setEndY(y + height - 1);
    }
}
