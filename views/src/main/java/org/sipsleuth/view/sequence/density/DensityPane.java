package org.sipsleuth.view.sequence.density;

import static org.sipsleuth.view.ui.Texts.text;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.Range;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XIntervalSeries;
import org.jfree.data.xy.XIntervalSeriesCollection;
import org.sipsleuth.view.sequence.chart.MaximumBand;
import org.sipsleuth.view.sequence.chart.PartHead;
import org.sipsleuth.view.sequence.chart.ScaleAxis;
import org.sipsleuth.view.sequence.state.Chosen;
import org.sipsleuth.view.sequence.state.Lines;
import org.sipsleuth.view.sequence.state.Scale;
import org.sipsleuth.view.sequence.state.SequenceRow;
import org.sipsleuth.view.sequence.state.SequenceRows;
import org.sipsleuth.view.ui.chart.ChartColours;
import org.sipsleuth.view.ui.chart.ChartPane;
import org.sipsleuth.view.ui.chart.ChartZoom;
import org.sipsleuth.view.ui.chart.DataTable;

/// The distributions of the maximum output.
public final class DensityPane {

    private static final double HEADROOM = 1.08;
    private static final double BAR_OPACITY = 0.35;
    private static final int HISTOGRAM = 0;
    private static final int CURVES = 1;

    private final Lines lines;
    private final XYBarRenderer bars = new XYBarRenderer();
    private final XYLineAndShapeRenderer curves = new XYLineAndShapeRenderer(true, false);
    private final ChartPane pane;
    private final ChartZoom zoom;
    private final PartHead part;
    private Optional<SequenceRows> rows = Optional.empty();
    private List<DensitySeries> series = List.of();
    private double most = 1;

    /// @param rows what is drawn
    public DensityPane(ObservableValue<Optional<SequenceRows>> rows, Lines lines, Chosen chosen) {
        this.lines = lines;
        bars.setBarPainter(new StandardXYBarPainter());
        bars.setShadowVisible(false);
        bars.setDrawBarOutline(false);
        curves.setDrawSeriesLineAsPath(true); // one path, not a line for each place
        XYPlot plot = new XYPlot();
        NumberAxis shares = new NumberAxis(text("sequence.axis.share"));
        shares.setNumberFormatOverride(java.text.NumberFormat.getPercentInstance(Locale.ENGLISH));
        plot.setRangeAxis(shares);
        plot.setDomainAxis(ScaleAxis.horizontal(ScaleAxis.of(Scale.LOG, "sequence.axis.maximum")));
        plot.setRenderer(HISTOGRAM, bars);
        plot.setRenderer(CURVES, curves);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        pane = new ChartPane(new JFreeChart(null, null, plot, false));
        pane.setId("density");
        pane.setAccessibleText(text("sequence.density"));
        pane.setAccessibleHelp(text("sequence.density.help"));
        pane.setRecolour(this::recolour);
        zoom = ChartZoom.install(pane, this::whole, true);
        part = new PartHead(text("sequence.density"), "density", pane, this::data);
        new DensityInput(pane, this::words, (from, to, more) -> chosen.choose(within(from, to), more),
                graphics -> MaximumBand.paint(graphics, pane, lines));
        lines.scaleProperty().subscribe(this::rescale);
        rows.subscribe(this::show);
    }

    /// The chart with its head.
    public Node root() {
        return part.root();
    }

    private Scale scale() {
        return lines.scaleProperty().get();
    }

    private void rescale(Scale scale) {
        pane.plot().setDomainAxis(ScaleAxis.horizontal(ScaleAxis.of(scale, "sequence.axis.maximum")));
        show(rows);
    }

    private void show(Optional<SequenceRows> now) {
        rows = now;
        most = scale() == Scale.LINEAR ? 1 : mostPlace(now);
        series = now.map(rows -> DensitySeries.of(rows, scale(), 0, most)).orElse(List.of());
        pane.plot().setDataset(HISTOGRAM, histogram());
        pane.plot().setDataset(CURVES, curves());
        zoom.showAll();
        part.showLegend(series.stream().map(DensityPane::entry).toList());
        pane.redrawOverlay();
        part.showNote(series.stream().allMatch(DensitySeries::hasCurve) ? ""
                : text("sequence.density.few", DensitySeries.LEAST_DIALOGS));
    }

    private double mostPlace(Optional<SequenceRows> now) {
        double largest = 1;
        for (SequenceRow row : now.map(SequenceRows::all).orElse(List.of())) {
            largest = Math.max(largest, scale().place(row.score().maximum()));
        }
        if (!lines.maxima().isEmpty()) {
            largest = Math.max(largest, lines.maxima().get(1));
        }
        return Math.ceil(largest + 1e-9);
    }

    private static PartHead.Entry entry(DensitySeries its) {
        String words = text("sequence.density.series", its.name(), its.distribution().count());
        return its.styleClass().startsWith("truth") ? new PartHead.Entry(words, "", its.styleClass())
                : new PartHead.Entry("■ " + words, its.styleClass(), "");
    }

    private XIntervalSeriesCollection histogram() {
        XIntervalSeriesCollection all = new XIntervalSeriesCollection();
        for (DensitySeries each : series) {
            XIntervalSeries bins = new XIntervalSeries(each.name(), false, true);
            Distribution its = each.distribution();
            for (int bin = 0; bin < Distribution.BINS; bin++) {
                if (its.share(bin) > 0) {
                    double from = its.binFrom(bin);
                    double to = its.binFrom(bin + 1);
                    bins.add((from + to) / 2, from, to, its.share(bin));
                }
            }
            all.addSeries(bins);
        }
        return all;
    }

    private DefaultXYDataset curves() {
        DefaultXYDataset all = new DefaultXYDataset();
        for (DensitySeries each : series) {
            Distribution its = each.distribution();
            int places = each.hasCurve() ? its.places() : 0;
            double[][] curve = new double[2][places];
            for (int i = 0; i < places; i++) {
                curve[0][i] = its.smoothAt(i);
                curve[1][i] = its.smooth(i);
            }
            all.addSeries(each.name(), curve);
        }
        return all;
    }

    private void recolour(ChartColours colours) {
        for (int i = 0; i < series.size(); i++) {
            bars.setSeriesPaint(i, series.get(i).colour(colours, BAR_OPACITY));
            curves.setSeriesPaint(i, series.get(i).colour(colours, 1));
            curves.setSeriesStroke(i, new BasicStroke(1.8f));
        }
    }

    private ChartZoom.View whole() {
        double highest = 0;
        for (DensitySeries each : series) {
            for (int bin = 0; bin < Distribution.BINS; bin++) {
                highest = Math.max(highest, each.distribution().share(bin));
            }
        }
        double top = highest == 0 ? 1 : highest * HEADROOM;
        return new ChartZoom.View(new Range(0, most), new Range(0, top));
    }

    private String words(double place) {
        int bin = (int) Math.clamp(place / most * Distribution.BINS, 0, Distribution.BINS - 1.0);
        StringBuilder words = new StringBuilder();
        for (DensitySeries each : series) {
            Distribution its = each.distribution();
            if (words.isEmpty()) {
                words.append(text("sequence.density.bin", scale().label(its.binFrom(bin), 2),
                        scale().label(its.binFrom(bin + 1), 2)));
            }
            words.append('\n')
                    .append(text("sequence.density.share", each.name(), Math.round(its.share(bin) * its.count()),
                            "%.1f".formatted(its.share(bin) * 100)));
        }
        return words.toString();
    }

    private List<SequenceRow> within(double from, double to) {
        return rows.map(SequenceRows::all).orElse(List.of()).stream().filter(row -> {
            double place = scale().place(row.score().maximum());
            return place >= from && place <= to;
        }).toList();
    }

    private DataTable data() {
        List<List<Object>> table = new ArrayList<>();
        for (DensitySeries each : series) {
            Distribution its = each.distribution();
            for (int bin = 0; bin < Distribution.BINS; bin++) {
                table.add(List.of(each.name(), its.count(), scale().value(its.binFrom(bin)),
                        scale().value(its.binFrom(bin + 1)), its.share(bin),
                        its.smooth(bin * Distribution.FINE + Distribution.FINE / 2), its.bandwidth()));
            }
        }
        return new DataTable(List.of("dialogs_that_are", "dialogs", "maximum_output_from", "maximum_output_to", "share",
                "kernel_estimate", "bandwidth"), table);
    }
}
