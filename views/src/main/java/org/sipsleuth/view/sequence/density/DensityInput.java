package org.sipsleuth.view.sequence.density;

import java.awt.geom.Rectangle2D;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.sipsleuth.view.ui.chart.ChartColours;
import org.sipsleuth.view.ui.chart.ChartPane;

/// What mouse and keys do in the distributions: show the shares of a bin, choose a range of the
/// maximum output.
final class DensityInput {

    private static final double TINT = 0.15;
    private static final int STEPS = 50;

    /// Chooses a range.
    interface RangeChoice {
        void choose(double from, double to, boolean more);
    }

    private final ChartPane pane;
    private final DoubleFunction<String> words;
    private final RangeChoice choice;
    private final Consumer<GraphicsContext> below;
    private double from = Double.NaN;
    private double to = Double.NaN;

    /// @param below is drawn first
    DensityInput(ChartPane pane, DoubleFunction<String> words, RangeChoice choice, Consumer<GraphicsContext> below) {
        this.below = below;
        this.pane = pane;
        this.words = words;
        this.choice = choice;
        pane.setOverlay(this::paint);
        pane.setOnMouseMoved(this::moved);
        pane.setOnMouseExited(_ -> pane.hideTip());
        pane.setOnMousePressed(this::pressed);
        pane.setOnMouseDragged(this::dragged);
        pane.setOnMouseReleased(this::released);
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    private void moved(MouseEvent event) {
        if (pane.dataArea().contains(event.getX(), event.getY())) {
            String tip = words.apply(pane.xValue(event.getX()));
            if (!tip.isEmpty()) {
                pane.showTip(tip, event.getX(), event.getY());
                return;
            }
        }
        pane.hideTip();
    }

    private void pressed(MouseEvent event) {
        pane.requestFocus();
        if (event.getButton() == MouseButton.PRIMARY) {
            from = pane.xValue(event.getX());
            to = from;
        }
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && !Double.isNaN(from)) {
            to = pane.xValue(event.getX());
            pane.redrawOverlay();
        }
    }

    private void released(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && !Double.isNaN(from)) {
            choice.choose(Math.min(from, to), Math.max(from, to), event.isShiftDown() || event.isShortcutDown());
            clear();
        }
    }

    private void clear() {
        from = Double.NaN;
        to = Double.NaN;
        pane.redrawOverlay();
    }

    /// The arrows move a cursor, with Shift they choose from where it was; Enter chooses.
    private void keyPressed(KeyEvent event) {
        double step = pane.plot().getDomainAxis().getRange().getLength() / STEPS;
        switch (event.getCode()) {
            case LEFT -> move(-step, event.isShiftDown());
            case RIGHT -> move(step, event.isShiftDown());
            case ENTER, SPACE -> {
                if (!Double.isNaN(from)) {
                    choice.choose(Math.min(from, to), Math.max(from, to), false);
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(double by, boolean keepsStart) {
        double old = Double.isNaN(to) ? pane.plot().getDomainAxis().getLowerBound() : to;
        to = pane.plot().getDomainAxis().getRange().constrain(old + by);
        if (!keepsStart || Double.isNaN(from)) {
            from = keepsStart ? old : to;
        }
        pane.showTip(words.apply(to), pane.xPixel(to), pane.dataArea().getCenterY());
        pane.redrawOverlay();
    }

    private void paint(GraphicsContext graphics) {
        below.accept(graphics);
        if (Double.isNaN(from)) {
            return;
        }
        Rectangle2D area = pane.dataArea();
        double start = pane.xPixel(Math.min(from, to));
        double end = pane.xPixel(Math.max(from, to));
        Color colour = pane.colours().fx(ChartColours.ACCENT);
        graphics.setFill(colour.deriveColor(0, 1, 1, TINT));
        graphics.fillRect(start, area.getY(), Math.max(1, end - start), area.getHeight());
        graphics.setStroke(colour);
        graphics.strokeLine(start, area.getY(), start, area.getMaxY());
        graphics.strokeLine(end, area.getY(), end, area.getMaxY());
    }
}
