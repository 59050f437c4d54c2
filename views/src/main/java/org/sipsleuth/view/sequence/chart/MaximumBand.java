package org.sipsleuth.view.sequence.chart;

import static org.sipsleuth.view.ui.Texts.text;

import java.awt.geom.Rectangle2D;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.sipsleuth.view.sequence.state.Lines;
import org.sipsleuth.view.ui.chart.ChartColours;
import org.sipsleuth.view.ui.chart.ChartPane;

/// Draws λMax along a horizontal axis of the maximum output. Each known sequence has its own: a
/// line at the median, a band from the lowest to the highest.
public final class MaximumBand {

    private static final double TINT = 0.08;
    private static final double ROOM = 60;
    private static final Font LETTERS = Font.font(11);

    private MaximumBand() {}

    /// Draws it over the chart.
    public static void paint(GraphicsContext graphics, ChartPane pane, Lines lines) {
        Rectangle2D area = pane.dataArea();
        List<Double> places = lines.maxima();
        if (area.isEmpty() || places.isEmpty()) {
            return;
        }
        double low = within(area, pane.xPixel(places.getFirst()));
        double middle = pane.xPixel(places.get(1));
        double high = within(area, pane.xPixel(places.getLast()));
        Color colour = pane.colours().fx(ChartColours.ACCENT);
        graphics.save();
        graphics.setFill(colour.deriveColor(0, 1, 1, TINT));
        graphics.fillRect(low, area.getY(), Math.max(1, high - low), area.getHeight());
        if (middle >= area.getX() && middle <= area.getMaxX()) {
            graphics.setStroke(colour);
            graphics.setFill(colour);
            graphics.setLineWidth(1.2);
            graphics.setLineDashes(6, 4);
            graphics.strokeLine(middle, area.getY(), middle, area.getMaxY());
            graphics.setLineDashes();
            graphics.setFont(LETTERS);
            boolean hasRoom = area.getMaxX() - middle > ROOM;
            graphics.setTextAlign(hasRoom ? TextAlignment.LEFT : TextAlignment.RIGHT);
            graphics.setTextBaseline(VPos.TOP);
            graphics.fillText(text("sequence.maximum.line"), hasRoom ? middle + 4 : middle - 4, area.getY() + 2);
        }
        graphics.restore();
    }

    private static double within(Rectangle2D area, double pixel) {
        return Math.clamp(pixel, area.getX(), area.getMaxX());
    }
}
