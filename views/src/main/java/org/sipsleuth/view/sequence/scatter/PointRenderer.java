package org.sipsleuth.view.sequence.scatter;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.EnumMap;
import java.util.Map;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.view.sequence.state.Sign;
import org.sipsleuth.view.ui.TruthWords;
import org.sipsleuth.view.ui.chart.ChartColours;

/// Draws a point by the shape and colour of its mark, and nothing else: no entities, labels or
/// crosshairs, which make JFreeChart's own renderers slow.
final class PointRenderer extends AbstractXYItemRenderer {

    private static final long serialVersionUID = 1;

    private static final int SHADES = 5;
    private static final BasicStroke RING = new BasicStroke(2);
    private static final BasicStroke OUTLINE = new BasicStroke(1.4f);

    private final transient Map<Sign, Color[]> shades = new EnumMap<>(Sign.class);
    private final transient Map<TrafficClass, Color> rings = new EnumMap<>(TrafficClass.class);

    /// Takes the colours of the theme.
    void recolour(ChartColours colours) {
        for (Sign sign : Sign.values()) {
            Color[] its = new Color[SHADES];
            for (int i = 0; i < SHADES; i++) {
                its[i] = colours.awt(sign.styleClass(), (i + 1.0) / SHADES);
            }
            shades.put(sign, its);
        }
        for (TrafficClass each : TrafficClass.values()) {
            rings.put(each, colours.awt(TruthWords.styleClass(each)));
        }
    }

    @Override
    public void drawItem(Graphics2D graphics, XYItemRendererState state, Rectangle2D area, PlotRenderingInfo info,
            XYPlot plot, ValueAxis xAxis, ValueAxis yAxis, XYDataset dataset, int series, int item,
            CrosshairState crosshair, int pass) {
        Point point = ((PointsDataset) dataset).point(series, item);
        double x = xAxis.valueToJava2D(point.x(), area, plot.getDomainAxisEdge());
        double y = yAxis.valueToJava2D(point.y(), area, plot.getRangeAxisEdge());
        if (!area.contains(x, y)) {
            return;
        }
        Color[] its = shades.get(point.sign());
        if (its == null) {
            return; // before the first colours
        }
        Shape shape = shape(point.sign(), x, y, point.radius());
        graphics.setPaint(its[(int) Math.min(SHADES - 1, point.opacity() * SHADES)]);
        draw(graphics, point.sign(), shape);
        point.odd().ifPresent(odd -> {
            graphics.setPaint(rings.get(odd));
            graphics.setStroke(RING);
            graphics.draw(shape(point.sign(), x, y, point.radius() + 2));
        });
    }

    /// Fills a verdict. Of what the network says, fills what is within its limits and half of
    /// what is between.
    private static void draw(Graphics2D graphics, Sign sign, Shape shape) {
        Rectangle2D bounds = shape.getBounds2D();
        graphics.setStroke(OUTLINE);
        switch (sign) {
            case KNOWN, UNKNOWN, WITHIN -> graphics.fill(shape);
            case BETWEEN -> {
                graphics.fill(new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth() / 2,
                        bounds.getHeight()));
                graphics.draw(shape);
            }
            case OUTSIDE -> graphics.draw(shape);
        }
    }

    private static Shape shape(Sign sign, double x, double y, double radius) {
        return switch (sign) {
            case KNOWN -> new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
            case UNKNOWN -> polygon(x, y, radius, 0, -1.2, 1.1, 0.9, -1.1, 0.9);
            case WITHIN, BETWEEN, OUTSIDE -> new Rectangle2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        };
    }

    private static Shape polygon(double x, double y, double radius, double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.scale(radius, radius);
        return path.createTransformedShape(place);
    }
}
