package org.sipsleuth.view.ui.chart;

import java.util.function.Supplier;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.data.Range;

/// Zooms a chart: the wheel about the pointer, the keys + and − about the middle, 0 shows all; the
/// middle or right button moves what is seen.
public final class ChartZoom {

    /// What is seen of both axes.
    public record View(Range x, Range y) {}

    private static final double STEP = 1.25;
    private static final double NEAREST = 1e-7;

    private final ChartPane pane;
    private final Supplier<View> whole;
    private final boolean isHorizontal;
    private double lastX;
    private double lastY;

    private ChartZoom(ChartPane pane, Supplier<View> whole, boolean isHorizontal) {
        this.pane = pane;
        this.whole = whole;
        this.isHorizontal = isHorizontal;
    }

    /// Lets a chart be zoomed.
    ///
    /// @param whole all there is to see
    /// @param isHorizontal whether only the horizontal axis is zoomed
    public static ChartZoom install(ChartPane pane, Supplier<View> whole, boolean isHorizontal) {
        ChartZoom zoom = new ChartZoom(pane, whole, isHorizontal);
        pane.addEventHandler(ScrollEvent.SCROLL, zoom::scrolled);
        pane.addEventHandler(KeyEvent.KEY_TYPED, zoom::typed);
        pane.addEventHandler(MouseEvent.MOUSE_PRESSED, zoom::pressed);
        pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, zoom::dragged);
        return zoom;
    }

    /// Shows all there is.
    public void showAll() {
        View all = whole.get();
        pane.plot().getDomainAxis().setRange(all.x());
        pane.plot().getRangeAxis().setRange(all.y());
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            double factor = event.getDeltaY() > 0 ? 1 / STEP : STEP;
            zoom(factor, pane.xValue(event.getX()), pane.yValue(event.getY()));
            event.consume();
        }
    }

    private void typed(KeyEvent event) {
        double x = pane.plot().getDomainAxis().getRange().getCentralValue();
        double y = pane.plot().getRangeAxis().getRange().getCentralValue();
        switch (event.getCharacter()) {
            case "+" -> zoom(1 / STEP, x, y);
            case "-" -> zoom(STEP, x, y);
            case "0" -> showAll();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void zoom(double factor, double x, double y) {
        View all = whole.get();
        zoom(pane.plot().getDomainAxis(), all.x(), factor, x);
        if (!isHorizontal) {
            zoom(pane.plot().getRangeAxis(), all.y(), factor, y);
        }
    }

    private static void zoom(ValueAxis axis, Range all, double factor, double about) {
        Range seen = axis.getRange();
        double length = seen.getLength() * factor;
        if (length < all.getLength() * NEAREST) {
            return;
        }
        double lower = about - (about - seen.getLowerBound()) * factor;
        put(axis, all, lower, length);
    }

    /// Shows this part, but nothing beyond all there is.
    private static void put(ValueAxis axis, Range all, double lower, double length) {
        if (length >= all.getLength()) {
            axis.setRange(all);
            return;
        }
        double from = Math.clamp(lower, all.getLowerBound(), all.getUpperBound() - length);
        axis.setRange(new Range(from, from + length));
    }

    private static boolean moves(MouseEvent event) {
        return event.getButton() == MouseButton.MIDDLE || event.getButton() == MouseButton.SECONDARY;
    }

    private void pressed(MouseEvent event) {
        lastX = event.getX();
        lastY = event.getY();
    }

    private void dragged(MouseEvent event) {
        if (!moves(event)) {
            return;
        }
        View all = whole.get();
        ValueAxis x = pane.plot().getDomainAxis();
        double right = pane.xValue(lastX) - pane.xValue(event.getX());
        put(x, all.x(), x.getLowerBound() + right, x.getRange().getLength());
        if (!isHorizontal) {
            ValueAxis y = pane.plot().getRangeAxis();
            double up = pane.yValue(lastY) - pane.yValue(event.getY());
            put(y, all.y(), y.getLowerBound() + up, y.getRange().getLength());
        }
        lastX = event.getX();
        lastY = event.getY();
        event.consume();
    }
}
