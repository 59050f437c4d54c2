package org.sipsleuth.view.filter;

import javafx.geometry.Rectangle2D;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.layout.Pane;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.sipsleuth.filter.syntax.Place;

/// The wavy line under the characters that are wrong.
final class MistakeMark {

    private static final double STEP = 2.5;
    private static final double HEIGHT = 2;

    /// Between the line and the lower edge of the field.
    private static final double BELOW = 4.5;

    /// Where something is missing, the line is as wide as a character.
    private static final double MISSING = 8;

    private final TextField field;
    private final Pane pane;
    private final Path line = new Path();

    /// @param pane is over the field, at the same place
    MistakeMark(TextField field, Pane pane) {
        this.field = field;
        this.pane = pane;
        line.getStyleClass().add("filter-mark");
        line.setId("filter-mark");
        line.setManaged(false);
        pane.getChildren().add(line);
        line.setVisible(false);
    }

    /// Shows no line.
    void hide() {
        line.setVisible(false);
    }

    /// Draws the line under a place, as far as it is in view.
    void show(Place place) {
        if (!(field.getSkin() instanceof TextFieldSkin skin) || field.getLength() == 0) {
            hide();
            return;
        }
        int last = field.getLength() - 1;
        boolean isBehind = place.from() > last;
        Rectangle2D first = skin.getCharacterBounds(Math.clamp(place.from(), 0, last));
        Rectangle2D end = skin.getCharacterBounds(Math.clamp(place.to() - 1L, 0, last));
        if (first == null || end == null) {
            hide();
            return;
        }
        double from = isBehind ? first.getMaxX() : first.getMinX();
        double to = isBehind ? from + MISSING : Math.max(end.getMaxX(), from + STEP);
        double lower = field.getBoundsInParent().getMaxY();
        draw(Math.max(from, 0), Math.min(to, field.getWidth()), lower - BELOW);
    }

    private void draw(double from, double to, double y) {
        line.getElements().clear();
        line.setVisible(to > from);
        if (to <= from) {
            return;
        }
        line.getElements().add(new MoveTo(from, y));
        boolean isUp = true;
        for (double x = from + STEP; x <= to; x += STEP) {
            line.getElements().add(new LineTo(x, isUp ? y - HEIGHT : y));
            isUp = !isUp;
        }
        pane.requestLayout();
    }
}
