package org.sipsleuth.view.belief.timeline;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RectangularShape;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.ui.RectangleEdge;

/// Paints bars at least [#LEAST] pixels wide, however short their time is at any zoom.
final class LeastWidthPainter extends StandardXYBarPainter {
    private static final long serialVersionUID = 1L;

    /// In pixels.
    static final double LEAST = 3;

    @Override
    public void paintBar(Graphics2D graphics, XYBarRenderer renderer, int row, int column, RectangularShape bar,
            RectangleEdge base) {
        double width = Math.max(LEAST, bar.getWidth());
        super.paintBar(graphics, renderer, row, column,
                new Rectangle2D.Double(bar.getX(), bar.getY(), width, bar.getHeight()), base);
    }
}
