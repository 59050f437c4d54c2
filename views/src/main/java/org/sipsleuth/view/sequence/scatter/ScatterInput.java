package org.sipsleuth.view.sequence.scatter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Polygon;
import org.sipsleuth.view.sequence.state.Chosen;
import org.sipsleuth.view.sequence.state.Lines;
import org.sipsleuth.view.sequence.state.Scale;
import org.sipsleuth.view.sequence.state.SequenceRow;
import org.sipsleuth.view.ui.chart.ChartPane;

/// What mouse and keys do in the scatter: drag a threshold line, draw a lasso, choose a point.
final class ScatterInput {

    private static final double GRIP = 6;
    private static final double REACH = 10;
    private static final double LEAST_LASSO = 6;
    private static final double STEP = 0.02;
    private static final double FINE_STEP = 0.002;

    /// What a press began.
    private enum Grip {
        NOTHING, SKEWNESS, KURTOSIS, BOTH, LASSO
    }

    private final ChartPane pane;
    private final Lines lines;
    private final Chosen chosen;
    private final ScatterOverlay overlay;
    private final Function<Point, String> words;
    private final List<Point2D> lasso = new ArrayList<>();
    private Grip grip = Grip.NOTHING;
    private List<Point> points = List.of();

    /// @param words the description of a point under the pointer
    ScatterInput(ChartPane pane, Lines lines, Chosen chosen, ScatterOverlay overlay, Function<Point, String> words) {
        this.pane = pane;
        this.lines = lines;
        this.chosen = chosen;
        this.overlay = overlay;
        this.words = words;
        pane.setOnMouseMoved(this::moved);
        pane.setOnMouseExited(_ -> pane.hideTip());
        pane.setOnMousePressed(this::pressed);
        pane.setOnMouseDragged(this::dragged);
        pane.setOnMouseReleased(this::released);
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    /// The points that can be chosen.
    void show(Points shown) {
        points = shown.all();
    }

    private Scale scale() {
        return lines.scaleProperty().get();
    }

    private void moved(MouseEvent event) {
        Grip there = gripAt(event);
        pane.setCursor(switch (there) {
            case SKEWNESS -> Cursor.H_RESIZE;
            case KURTOSIS -> Cursor.V_RESIZE;
            case BOTH -> Cursor.MOVE;
            case NOTHING, LASSO -> Cursor.DEFAULT;
        });
        nearest(event).ifPresentOrElse(point -> pane.showTip(words.apply(point), event.getX(), event.getY()),
                pane::hideTip);
    }

    private Grip gripAt(MouseEvent event) {
        if (!pane.dataArea().contains(event.getX(), event.getY())) {
            return Grip.NOTHING;
        }
        if (!lines.axesProperty().get().isByLines()) {
            return Grip.LASSO;
        }
        boolean onSkewness = Math.abs(event.getX() - overlay.skewnessPixel()) <= GRIP;
        boolean onKurtosis = Math.abs(event.getY() - overlay.kurtosisPixel()) <= GRIP;
        if (onSkewness && onKurtosis) {
            return Grip.BOTH;
        }
        return onSkewness ? Grip.SKEWNESS : onKurtosis ? Grip.KURTOSIS : Grip.LASSO;
    }

    private Optional<Point> nearest(MouseEvent event) {
        return points.stream()
                .filter(point -> distance(point, event) <= Math.max(REACH, point.radius()))
                .min(Comparator.comparingDouble(point -> distance(point, event)));
    }

    private double distance(Point point, MouseEvent event) {
        return Math.hypot(pane.xPixel(point.x()) - event.getX(), pane.yPixel(point.y()) - event.getY());
    }

    private void pressed(MouseEvent event) {
        pane.requestFocus();
        if (event.getButton() == MouseButton.PRIMARY) {
            grip = gripAt(event);
            lasso.clear();
            lasso.add(new Point2D(event.getX(), event.getY()));
            event.consume();
        }
    }

    private void dragged(MouseEvent event) {
        pane.hideTip();
        if (grip == Grip.SKEWNESS || grip == Grip.BOTH) {
            put(lines.skewnessProperty(), pane.xValue(event.getX()));
        }
        if (grip == Grip.KURTOSIS || grip == Grip.BOTH) {
            put(lines.kurtosisProperty(), pane.yValue(event.getY()));
        }
        if (grip == Grip.LASSO) {
            lasso.add(new Point2D(event.getX(), event.getY()));
            overlay.showLasso(lasso);
        }
    }

    private void put(DoubleProperty line, double place) {
        line.set(scale().value(Math.clamp(place, 0, scale().most())));
    }

    private void released(MouseEvent event) {
        if (grip == Grip.LASSO) {
            boolean more = event.isShiftDown() || event.isShortcutDown();
            boolean isClick = lasso.stream().allMatch(p -> p.distance(lasso.getFirst()) < LEAST_LASSO);
            List<SequenceRow> rows = isClick ? nearest(event).map(Point::rows).orElse(List.of()) : within();
            if (!rows.isEmpty() || !more) {
                chosen.choose(rows, more);
            }
            overlay.showLasso(List.of());
        }
        grip = Grip.NOTHING;
    }

    private List<SequenceRow> within() {
        Polygon polygon = new Polygon();
        lasso.forEach(corner -> polygon.getPoints().addAll(corner.getX(), corner.getY()));
        return points.stream()
                .filter(point -> polygon.contains(pane.xPixel(point.x()), pane.yPixel(point.y())))
                .flatMap(point -> point.rows().stream())
                .toList();
    }

    /// The arrows walk through the sequences, the most suspicious first, and choose each.
    private void walk(KeyEvent event) {
        int by = switch (event.getCode()) {
            case RIGHT, DOWN -> 1;
            case LEFT, UP -> -1;
            default -> 0;
        };
        if (by == 0 || points.isEmpty()) {
            return;
        }
        List<Point> order = points.stream()
                .sorted(Comparator.comparing(point -> point.rows().getFirst(), lines.axesProperty().get().suspicion()))
                .toList();
        int now = -1;
        for (int i = 0; i < order.size() && now < 0; i++) {
            now = order.get(i).rows().stream().anyMatch(chosen::has) ? i : -1;
        }
        Point next = order.get(now < 0 ? 0 : Math.clamp(now + by, 0, order.size() - 1));
        chosen.choose(next.rows(), false);
        pane.showTip(words.apply(next), pane.xPixel(next.x()), pane.yPixel(next.y()));
        event.consume();
    }

    private void keyPressed(KeyEvent event) {
        if (!lines.axesProperty().get().isByLines()) {
            walk(event);
            return;
        }
        double step = event.isShiftDown() ? FINE_STEP : STEP;
        double right = step * pane.plot().getDomainAxis().getRange().getLength();
        double up = step * pane.plot().getRangeAxis().getRange().getLength();
        switch (event.getCode()) {
            case LEFT -> nudge(lines.skewnessProperty(), -right);
            case RIGHT -> nudge(lines.skewnessProperty(), right);
            case DOWN -> nudge(lines.kurtosisProperty(), -up);
            case UP -> nudge(lines.kurtosisProperty(), up);
            case HOME -> lines.reset();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void nudge(DoubleProperty line, double by) {
        put(line, scale().place(line.get()) + by);
    }
}
