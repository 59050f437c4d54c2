package org.sipsleuth.view.sequence.scatter;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.sipsleuth.view.sequence.chart.MaximumBand;
import org.sipsleuth.view.sequence.state.Axes;
import org.sipsleuth.view.sequence.state.Chosen;
import org.sipsleuth.view.sequence.state.Lines;
import org.sipsleuth.view.sequence.state.Measure;
import org.sipsleuth.view.sequence.state.Scale;
import org.sipsleuth.view.sequence.state.SequenceRow;
import org.sipsleuth.view.sequence.state.Sign;
import org.sipsleuth.view.ui.chart.ChartColours;
import org.sipsleuth.view.ui.chart.ChartPane;

/// Draws what lies above the points: the threshold lines, rings around what is chosen, the lasso.
final class ScatterOverlay {

    private static final double HANDLE = 6;
    private static final double RING_GAP = 4;
    private static final double TINT = 0.07;
    private static final Font LETTERS = Font.font(11);

    private final ChartPane pane;
    private final Lines lines;
    private final Chosen chosen;
    private final List<Point2D> lasso = new ArrayList<>();
    private Points points;

    ScatterOverlay(ChartPane pane, Lines lines, Chosen chosen, Points points) {
        this.pane = pane;
        this.lines = lines;
        this.chosen = chosen;
        this.points = points;
        pane.setOverlay(this::paint);
    }

    /// The points that rings are drawn around.
    void show(Points shown) {
        points = shown;
        pane.redrawOverlay();
    }

    /// The corners of the lasso, in pixels, or empty.
    void showLasso(List<Point2D> corners) {
        lasso.clear();
        lasso.addAll(corners);
        pane.redrawOverlay();
    }

    /// The place of λS, in pixels.
    double skewnessPixel() {
        return pane.xPixel(scale().place(lines.skewnessProperty().get()));
    }

    /// The place of λK, in pixels.
    double kurtosisPixel() {
        return pane.yPixel(scale().place(lines.kurtosisProperty().get()));
    }

    private Scale scale() {
        return lines.scaleProperty().get();
    }

    private void paint(GraphicsContext graphics) {
        Rectangle2D area = pane.dataArea();
        if (area.isEmpty()) {
            return;
        }
        graphics.beginPath();
        double clipLeft = Math.floor(area.getX()); // a clip between pixels slows all that is drawn
        double clipTop = Math.floor(area.getY());
        graphics.rect(clipLeft, clipTop, Math.ceil(area.getMaxX()) - clipLeft, Math.ceil(area.getMaxY()) - clipTop);
        graphics.clip();
        Axes axes = lines.axesProperty().get();
        double x = skewnessPixel();
        double y = kurtosisPixel();
        if (axes.isByLines()) {
            graphics.setFill(faint(Sign.WITHIN));
            double left = Math.max(area.getX(), x);
            graphics.fillRect(left, area.getY(), area.getMaxX() - left, y - area.getY());
        } else if (axes.x() == Measure.MAXIMUM) {
            MaximumBand.paint(graphics, pane, lines);
        }
        paintRings(graphics);
        if (axes.isByLines()) {
            paintLines(graphics, area, x, y);
        }
        paintLasso(graphics);
    }

    private Color faint(Sign sign) {
        return pane.colours().fx(sign.styleClass()).deriveColor(0, 1, 1, TINT);
    }

    private void paintLines(GraphicsContext graphics, Rectangle2D area, double x, double y) {
        Color colour = pane.colours().fx(ChartColours.ACCENT);
        graphics.setStroke(colour);
        graphics.setFill(colour);
        graphics.setFont(LETTERS);
        graphics.setLineWidth(pane.isFocused() ? 2 : 1.2);
        graphics.setLineDashes(6, 4);
        graphics.strokeLine(x, area.getY(), x, area.getMaxY());
        graphics.strokeLine(area.getX(), y, area.getMaxX(), y);
        graphics.setLineDashes();
        double bottom = area.getMaxY();
        graphics.fillPolygon(new double[]{x - HANDLE, x + HANDLE, x},
                new double[]{bottom, bottom, bottom - 1.6 * HANDLE}, 3);
        double start = area.getX();
        graphics.fillPolygon(new double[]{start, start, start + 1.6 * HANDLE}, new double[]{y - HANDLE, y + HANDLE, y},
                3);
        paintName(graphics, area, "λS", x, bottom - 3 * HANDLE);
        graphics.setTextAlign(TextAlignment.LEFT);
        boolean hasRoom = y - area.getY() > 4 * HANDLE;
        graphics.setTextBaseline(hasRoom ? VPos.BOTTOM : VPos.TOP);
        graphics.fillText("λK", start + 2 * HANDLE, hasRoom ? y - 3 : y + 3);
    }

    private static void paintName(GraphicsContext graphics, Rectangle2D area, String name, double x, double y) {
        boolean hasRoom = area.getMaxX() - x > 5 * HANDLE;
        graphics.setTextAlign(hasRoom ? TextAlignment.LEFT : TextAlignment.RIGHT);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.fillText(name, hasRoom ? x + 4 : x - 4, y);
    }

    private void paintRings(GraphicsContext graphics) {
        graphics.setStroke(pane.colours().fx(ChartColours.ACCENT));
        graphics.setLineWidth(1.6);
        for (Point point : points.all()) {
            if (isChosen(point)) {
                double radius = point.radius() + RING_GAP;
                graphics.strokeOval(pane.xPixel(point.x()) - radius, pane.yPixel(point.y()) - radius, 2 * radius,
                        2 * radius);
            }
        }
    }

    private boolean isChosen(Point point) {
        for (SequenceRow row : point.rows()) {
            if (chosen.has(row)) {
                return true;
            }
        }
        return false;
    }

    private void paintLasso(GraphicsContext graphics) {
        if (lasso.size() > 1) {
            double[] xs = lasso.stream().mapToDouble(Point2D::getX).toArray();
            double[] ys = lasso.stream().mapToDouble(Point2D::getY).toArray();
            Color colour = pane.colours().fx(ChartColours.ACCENT);
            graphics.setFill(colour.deriveColor(0, 1, 1, TINT * 2));
            graphics.fillPolygon(xs, ys, xs.length);
            graphics.setLineWidth(1);
            graphics.setStroke(colour);
            graphics.strokePolygon(xs, ys, xs.length);
        }
    }
}
