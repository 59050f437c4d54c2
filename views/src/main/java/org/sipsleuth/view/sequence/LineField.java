package org.sipsleuth.view.sequence;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.Locale;
import javafx.beans.property.DoubleProperty;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;

/// A field that shows a threshold and takes another one; the arrow keys move it, with Shift in
/// small steps.
final class LineField {

    private static final double STEP = 0.01;
    private static final double FINE_STEP = 0.0001;
    private static final int COLUMNS = 8;

    private final DoubleProperty line;
    private final TextField field = new TextField();

    /// @param name of the statistic, in ids and texts
    LineField(String name, DoubleProperty line) {
        this.line = line;
        field.setId("line-" + name);
        field.getStyleClass().addAll("small", "line-field");
        field.setPrefColumnCount(COLUMNS);
        field.setAccessibleText(text("sequence.line." + name));
        field.setTooltip(new Tooltip(text("sequence.line." + name)));
        field.setOnAction(_ -> take());
        field.focusedProperty().subscribe((_, now) -> leave(now));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        line.subscribe(_ -> show());
    }

    /// The field.
    TextField root() {
        return field;
    }

    private void show() {
        field.setText(String.format(Locale.ROOT, "%.6f", line.get()));
    }

    private void leave(boolean isFocused) {
        if (!isFocused) {
            take();
        }
    }

    /// Takes what was typed, if it is a number from 0 to 1 and another one than is shown.
    private void take() {
        String shown = String.format(Locale.ROOT, "%.6f", line.get());
        if (!field.getText().equals(shown)) {
            try {
                double typed = Double.parseDouble(field.getText().strip().replace(',', '.'));
                if (typed >= 0 && typed <= 1) {
                    line.set(typed);
                }
            } catch (NumberFormatException _) {
                field.setText(shown); // what was typed is no number
            }
            show();
        }
    }

    private void keyPressed(KeyEvent event) {
        double step = event.isShiftDown() ? FINE_STEP : STEP;
        switch (event.getCode()) {
            case UP -> line.set(Math.min(1, line.get() + step));
            case DOWN -> line.set(Math.max(0, line.get() - step));
            case ESCAPE -> {
                if (field.getText().equals(String.format(Locale.ROOT, "%.6f", line.get()))) {
                    return;
                }
                show();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }
}
