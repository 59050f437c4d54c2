package org.sipsleuth.view.ui.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/// The look of all charts.
public final class ChartLook {

    private static final Font LETTERS = new Font("System", Font.PLAIN, 11);
    private static final Font TITLES = new Font("System", Font.PLAIN, 12);

    /// JFreeChart takes the finest unit whose labels have room, however high the window is: with
    /// this, one label stands in about 40 pixels.
    private static final RectangleInsets ROOM_BETWEEN_ROWS = new RectangleInsets(13, 4, 13, 4);

    private static final Color NONE = new Color(0, 0, 0, 0);

    private ChartLook() {}

    /// Loads what the first chart would otherwise wait for. Any thread.
    public static void warmUp() {
        LETTERS.getFamily();
    }

    static void apply(JFreeChart chart, ChartColours colours) {
        chart.setBackgroundPaint(NONE);
        chart.setBorderVisible(false);
        chart.setPadding(new RectangleInsets(4, 4, 2, 8));
        XYPlot plot = chart.getXYPlot();
        Color grid = colours.awt(ChartColours.GRID);
        plot.setBackgroundPaint(NONE);
        plot.setOutlinePaint(grid);
        plot.setDomainGridlinePaint(grid);
        plot.setRangeGridlinePaint(grid);
        plot.setDomainGridlineStroke(new BasicStroke(1));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        axis(plot.getDomainAxis(), colours);
        for (int i = 0; i < plot.getRangeAxisCount(); i++) {
            axis(plot.getRangeAxis(i), colours);
            plot.getRangeAxis(i).setTickLabelInsets(ROOM_BETWEEN_ROWS);
        }
    }

    private static void axis(ValueAxis axis, ChartColours colours) {
        axis.setLabelFont(TITLES);
        axis.setTickLabelFont(LETTERS);
        axis.setLabelPaint(colours.awt(ChartColours.TEXT));
        axis.setTickLabelPaint(colours.awt(ChartColours.TEXT));
        axis.setAxisLineVisible(false);
        axis.setTickMarkPaint(colours.awt(ChartColours.GRID));
    }
}
