package org.sipsleuth.app.command.evaluate;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.StandardChartTheme;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.LookupPaintScale;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYZDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.sipsleuth.evaluation.PaperFigure;

/// Draws a figure: each series by a renderer of its kind.
final class FigureChart {

    private static final float STROKE = 2;
    private static final float THIN = 0.8f;
    private static final double SHAPE = 5;
    private static final double BAR_GAP = 0.1;
    private static final int CELL_FONT = 10;

    /// The palette of Okabe and Ito, as the window has it: blue, orange, green, purple; then its
    /// others.
    private static final List<Color> COLOURS = List.of(new Color(0x0072b2), new Color(0xd55e00), new Color(0x009e73),
            new Color(0xcc79a7), new Color(0x56b4e9), new Color(0xe69f00), new Color(0x555555));

    private static final Color LIGHTEST = new Color(0xe8f1f8);
    private static final Color DARKEST = new Color(0x003f66);

    /// So many shades have cells from the smallest to the largest value above 0.
    private static final int SHADES = 12;

    private final PaperFigure figure;
    private final XYPlot plot = new XYPlot();

    private FigureChart(PaperFigure figure) {
        this.figure = figure;
    }

    /// Draws it.
    static JFreeChart of(PaperFigure figure) {
        return new FigureChart(figure).chart();
    }

    private JFreeChart chart() {
        boolean isMatrix = hasKind(PaperFigure.Kind.CELLS);
        plot.setDomainAxis(axis(figure.x(), false, false));
        plot.setRangeAxis(axis(figure.y(), true, hasKind(PaperFigure.Kind.BARS)));
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        JFreeChart chart = new JFreeChart(figure.title(), JFreeChart.DEFAULT_TITLE_FONT, plot, !isMatrix);
        StandardChartTheme theme = (StandardChartTheme) StandardChartTheme.createJFreeTheme();
        theme.setXYBarPainter(new StandardXYBarPainter());
        theme.setShadowVisible(false);
        theme.apply(chart); // before the series, whose colours it would replace
        for (int i = 0; i < figure.series().size(); i++) {
            add(i, figure.series().get(i));
        }
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinePaint(Color.LIGHT_GRAY);
        plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
        plot.setDomainGridlinesVisible(!isMatrix && hasScale(figure.x()));
        plot.setRangeGridlinesVisible(!isMatrix && hasScale(figure.y()));
        return chart;
    }

    private boolean hasKind(PaperFigure.Kind kind) {
        return figure.series().stream().anyMatch(each -> each.kind() == kind);
    }

    private static boolean hasScale(PaperFigure.Axis axis) {
        return !axis.title().isEmpty();
    }

    /// @param isFromTop whether names begin at the top
    /// @param fromZero whether numbers begin at 0
    private static ValueAxis axis(PaperFigure.Axis described, boolean isFromTop, boolean fromZero) {
        if (!described.names().isEmpty()) {
            SymbolAxis axis = new SymbolAxis(described.title(), described.names().toArray(String[]::new));
            axis.setTickUnit(new NumberTickUnit(1));
            axis.setRange(-0.5, described.names().size() - 0.5);
            axis.setGridBandsVisible(false);
            axis.setInverted(isFromTop);
            return axis;
        }
        if (described.isLog()) {
            LogAxis axis = new LogAxis(described.title());
            axis.setNumberFormatOverride(new DecimalFormat("0.######", DecimalFormatSymbols.getInstance(Locale.ROOT)));
            axis.setTickUnit(new NumberTickUnit(1)); // a power of ten
            axis.setMinorTickMarksVisible(true);
            return axis;
        }
        NumberAxis axis = new NumberAxis(described.title());
        axis.setAutoRangeIncludesZero(fromZero);
        axis.setTickLabelsVisible(hasScale(described));
        axis.setTickMarksVisible(hasScale(described));
        return axis;
    }

    private void add(int place, PaperFigure.Series series) {
        if (series.kind() == PaperFigure.Kind.CELLS) {
            addCells(place, series.points());
            return;
        }
        XYSeries points = new XYSeries(series.name(), false, true);
        for (PaperFigure.Point point : series.points()) {
            points.add(point.x(), point.y());
            if (series.kind() == PaperFigure.Kind.SEGMENTS && points.getItemCount() % 3 == 2) {
                points.add(point.x(), null); // ends the segment
            }
        }
        XYSeriesCollection data = new XYSeriesCollection(points);
        data.setAutoWidth(true); // of bars
        plot.setDataset(place, data);
        plot.setRenderer(place, renderer(place, series.kind()));
    }

    private static XYItemRenderer renderer(int place, PaperFigure.Kind kind) {
        XYItemRenderer renderer = kind == PaperFigure.Kind.BARS ? bars()
                : new XYLineAndShapeRenderer(kind != PaperFigure.Kind.POINTS, kind == PaperFigure.Kind.POINTS);
        boolean isThin = kind == PaperFigure.Kind.SEGMENTS;
        renderer.setSeriesPaint(0, isThin ? Color.LIGHT_GRAY : COLOURS.get(place % COLOURS.size()));
        renderer.setSeriesStroke(0, new BasicStroke(isThin ? THIN : STROKE));
        renderer.setSeriesShape(0, shape(place));
        return renderer;
    }

    private static XYBarRenderer bars() {
        XYBarRenderer renderer = new XYBarRenderer(BAR_GAP);
        renderer.setShadowVisible(false);
        renderer.setBarPainter(new StandardXYBarPainter());
        return renderer;
    }

    private static Shape shape(int place) {
        double from = -SHAPE / 2;
        return switch (place % 3) {
            case 0 -> new Ellipse2D.Double(from, from, SHAPE, SHAPE);
            case 1 -> new Rectangle2D.Double(from, from, SHAPE, SHAPE);
            default -> triangle(from, -from);
        };
    }

    private static Shape triangle(double low, double high) {
        Path2D path = new Path2D.Double();
        path.moveTo(low, high);
        path.lineTo(high, high);
        path.lineTo(0, low);
        path.closePath();
        return path;
    }

    /// Cells by the logarithm of their value, which stands in them.
    private void addCells(int place, List<PaperFigure.Point> cells) {
        double[][] data = new double[3][cells.size()];
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int i = 0; i < cells.size(); i++) {
            PaperFigure.Point cell = cells.get(i);
            data[0][i] = cell.x();
            data[1][i] = cell.y();
            data[2][i] = cell.value();
            most = Math.max(most, cell.value());
            least = cell.value() > 0 ? Math.min(least, cell.value()) : least;
        }
        DefaultXYZDataset dataset = new DefaultXYZDataset();
        dataset.addSeries("", data);
        XYBlockRenderer renderer = new XYBlockRenderer();
        renderer.setPaintScale(shades(Math.min(least, most), most));
        plot.setDataset(place, dataset);
        plot.setRenderer(place, renderer);
        for (PaperFigure.Point cell : cells) {
            XYTextAnnotation text =
                    new XYTextAnnotation(String.format(Locale.ROOT, "%,.0f", cell.value()), cell.x(), cell.y());
            text.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, CELL_FONT));
            text.setPaint(
                    cell.value() * most > 0 && cell.value() > Math.sqrt(least * most) ? Color.WHITE : Color.BLACK);
            plot.addAnnotation(text);
        }
    }

    private static LookupPaintScale shades(double least, double most) {
        LookupPaintScale scale = new LookupPaintScale(0, Math.max(1, most) + 1, Color.WHITE);
        for (int i = 0; i < SHADES && most > 0; i++) {
            scale.add(least * Math.pow(most / least, (double) i / SHADES), between((double) i / (SHADES - 1)));
        }
        return scale;
    }

    private static Color between(double share) {
        return new Color(mixed(LIGHTEST.getRed(), DARKEST.getRed(), share),
                mixed(LIGHTEST.getGreen(), DARKEST.getGreen(), share),
                mixed(LIGHTEST.getBlue(), DARKEST.getBlue(), share));
    }

    private static int mixed(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }
}
