package org.sipsleuth.view.sequence.model;

import static org.sipsleuth.view.ui.Texts.text;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.Range;
import org.jfree.data.xy.DefaultXYDataset;
import org.sipsleuth.finding.Mark;
import org.sipsleuth.sequence.TrainingCurve.Point;
import org.sipsleuth.view.sequence.chart.PartHead;
import org.sipsleuth.view.ui.MarkStyle;
import org.sipsleuth.view.ui.chart.ChartColours;
import org.sipsleuth.view.ui.chart.ChartPane;
import org.sipsleuth.view.ui.chart.ChartZoom;
import org.sipsleuth.view.ui.chart.DataTable;

/// Loss and accuracy over the epochs of a training.
final class CurvePane {

    private static final String LOSS = MarkStyle.styleClass(Mark.UNKNOWN);
    private static final String ACCURACY = MarkStyle.styleClass(Mark.KNOWN);
    private static final float WIDTH = 1.8f;
    private static final float THIN = 1.2f;
    private static final double HEADROOM = 1.05;

    private final XYLineAndShapeRenderer losses = new XYLineAndShapeRenderer(true, false);
    private final XYLineAndShapeRenderer accuracies = new XYLineAndShapeRenderer(true, false);
    private final ChartPane pane;
    private final ChartZoom zoom;
    private final PartHead part;
    private List<Point> points = List.of();

    /// @param id names the chart
    CurvePane(String id) {
        NumberAxis epochs = new NumberAxis(text("sequence.model.axis.epochs"));
        epochs.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        XYPlot plot = new XYPlot(null, epochs, new NumberAxis(text("sequence.model.axis.loss")), losses);
        NumberAxis shares = new NumberAxis(text("sequence.model.axis.accuracy"));
        shares.setRange(0, HEADROOM);
        losses.setDrawSeriesLineAsPath(true);
        accuracies.setDrawSeriesLineAsPath(true);
        plot.setRangeAxis(1, shares);
        plot.setRenderer(1, accuracies);
        plot.mapDatasetToRangeAxis(1, 1);
        pane = new ChartPane(new JFreeChart(null, null, plot, false));
        pane.setId(id);
        pane.setAccessibleText(text("sequence.model.curves"));
        pane.setRecolour(this::recolour);
        pane.addEventHandler(MouseEvent.MOUSE_MOVED, this::showTip);
        pane.setOnMouseExited(_ -> pane.hideTip());
        zoom = ChartZoom.install(pane, this::whole, true);
        part = new PartHead(text("sequence.model.curves"), id, pane, this::data);
        show(List.of());
    }

    /// The chart with its head.
    Node root() {
        return part.root();
    }

    /// Shows these epochs.
    void show(List<Point> shown) {
        points = List.copyOf(shown);
        boolean validated = points.stream().anyMatch(point -> point.validationLoss() > 0);
        DefaultXYDataset loss = new DefaultXYDataset();
        DefaultXYDataset accuracy = new DefaultXYDataset();
        loss.addSeries("loss", curve(Point::loss));
        accuracy.addSeries("accuracy", curve(Point::accuracy));
        List<PartHead.Entry> legend = new ArrayList<>();
        legend.add(new PartHead.Entry("━ " + text("sequence.model.loss"), LOSS, ""));
        legend.add(new PartHead.Entry("━ " + text("sequence.model.accuracy"), ACCURACY, ""));
        if (validated) {
            loss.addSeries("validation", curve(Point::validationLoss));
            accuracy.addSeries("validation", curve(Point::validationAccuracy));
            legend.add(new PartHead.Entry("┅ " + text("sequence.model.validation"), "", ""));
        }
        pane.plot().setDataset(0, loss);
        pane.plot().setDataset(1, accuracy);
        part.showLegend(legend);
        zoom.showAll();
    }

    private double[][] curve(ToDoubleFunction<Point> value) {
        double[][] curve = new double[2][points.size()];
        for (int i = 0; i < points.size(); i++) {
            curve[0][i] = i + 1.0;
            curve[1][i] = value.applyAsDouble(points.get(i));
        }
        return curve;
    }

    private ChartZoom.View whole() {
        double most = 0;
        for (Point point : points) {
            most = Math.max(most, Math.max(point.loss(), point.validationLoss()));
        }
        return new ChartZoom.View(new Range(1, Math.max(2, points.size())),
                new Range(0, most == 0 ? 1 : most * HEADROOM));
    }

    private void recolour(ChartColours colours) {
        BasicStroke dashed =
                new BasicStroke(THIN, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[]{4, 3}, 0);
        for (int i = 0; i < 2; i++) {
            losses.setSeriesPaint(i, colours.awt(LOSS));
            accuracies.setSeriesPaint(i, colours.awt(ACCURACY));
            losses.setSeriesStroke(i, i == 0 ? new BasicStroke(WIDTH) : dashed);
            accuracies.setSeriesStroke(i, i == 0 ? new BasicStroke(WIDTH) : dashed);
        }
    }

    private void showTip(MouseEvent event) {
        int epoch = (int) Math.round(pane.xValue(event.getX()));
        if (epoch >= 1 && epoch <= points.size()) {
            Point point = points.get(epoch - 1);
            pane.showTip(text("sequence.model.epoch", epoch, number(point.loss()), number(point.accuracy())),
                    event.getX(), event.getY());
        } else {
            pane.hideTip();
        }
    }

    /// A loss or an accuracy.
    static String number(double value) {
        return String.format(Locale.ROOT, "%.5f", value);
    }

    private DataTable data() {
        List<List<Object>> rows = new ArrayList<>();
        for (Point point : points) {
            rows.add(List.of(rows.size() + 1, point.loss(), point.accuracy(), point.validationLoss(),
                    point.validationAccuracy()));
        }
        return new DataTable(List.of("epoch", "loss", "accuracy", "validation_loss", "validation_accuracy"), rows);
    }
}
