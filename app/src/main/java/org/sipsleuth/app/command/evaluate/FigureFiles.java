package org.sipsleuth.app.command.evaluate;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.StandardChartTheme;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.svg.SVGGraphics2D;
import org.sipsleuth.evaluate.PaperFigure;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRefusedException;
import org.sipsleuth.file.OutputRules;

/// Draws figures as SVG files. Needs no display.
public final class FigureFiles {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 500;
    private static final float STROKE = 2;
    private static final int SHAPE = 5;

    /// The palette of Okabe and Ito, as the window has it: blue, orange, green, purple.
    private static final List<Color> COLOURS =
            List.of(
                    new Color(0x0072b2),
                    new Color(0xd55e00),
                    new Color(0x009e73),
                    new Color(0xcc79a7));

    private FigureFiles() {}

    /// Checks, before anything is measured, that figures can be written into a directory.
    ///
    /// @throws OutputRefusedException if it is a file, or holds SVG files that must not be replaced
    public static void check(Path folder, OutputRules rules) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new OutputRefusedException(folder + ": is a file, not a directory");
        }
        if (!Files.exists(folder) || rules.replaces()) {
            return;
        }
        try (DirectoryStream<Path> there = Files.newDirectoryStream(folder, "*.svg")) {
            if (there.iterator().hasNext()) {
                throw new OutputRefusedException(
                        folder
                                + ": contains SVG files; use --force to overwrite those of the"
                                + " same name, or choose another directory");
            }
        }
    }

    /// Writes a file for each figure into a directory, which is made if it is not there.
    public static void write(List<PaperFigure> figures, Path folder, OutputRules rules)
            throws IOException {
        Files.createDirectories(folder);
        for (PaperFigure figure : figures) {
            SVGGraphics2D svg = new SVGGraphics2D(WIDTH, HEIGHT);
            svg.setDefsKeyPrefix(figure.id()); // else a number of the clock, another in each run
            chart(figure).draw(svg, new Rectangle(WIDTH, HEIGHT));
            OutputFile.at(folder.resolve(figure.id() + ".svg"), rules).write(svg.getSVGDocument());
        }
    }

    private static JFreeChart chart(PaperFigure figure) {
        XYSeriesCollection data = new XYSeriesCollection();
        for (PaperFigure.Series each : figure.series()) {
            XYSeries series = new XYSeries(each.name(), false, true);
            each.points().forEach(point -> series.add(point.x(), point.y()));
            data.addSeries(series);
        }
        JFreeChart chart =
                ChartFactory.createXYLineChart(
                        figure.title(), figure.xAxis(), figure.yAxis(), data);
        StandardChartTheme.createJFreeTheme().apply(chart);
        XYPlot plot = chart.getXYPlot();
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinePaint(Color.LIGHT_GRAY);
        plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        for (int i = 0; i < figure.series().size(); i++) {
            boolean isLine = figure.series().get(i).kind() == PaperFigure.Kind.LINES;
            renderer.setSeriesLinesVisible(i, isLine);
            renderer.setSeriesShapesVisible(i, !isLine);
            renderer.setSeriesPaint(i, COLOURS.get(i % COLOURS.size()));
            renderer.setSeriesStroke(i, new BasicStroke(STROKE));
            renderer.setSeriesShape(
                    i,
                    i % 2 == 0
                            ? new java.awt.geom.Ellipse2D.Double(
                                    -SHAPE / 2.0, -SHAPE / 2.0, SHAPE, SHAPE)
                            : new java.awt.geom.Rectangle2D.Double(
                                    -SHAPE / 2.0, -SHAPE / 2.0, SHAPE, SHAPE));
        }
        plot.setRenderer(renderer);
        ((NumberAxis) plot.getDomainAxis()).setAutoRangeIncludesZero(false);
        ((NumberAxis) plot.getRangeAxis()).setAutoRangeIncludesZero(false);
        return chart;
    }
}
