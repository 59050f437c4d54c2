package org.sipsleuth.view.sequence.scatter;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;
import org.sipsleuth.view.sequence.chart.PartHead;
import org.sipsleuth.view.sequence.chart.ScaleAxis;
import org.sipsleuth.view.sequence.state.Axes;
import org.sipsleuth.view.sequence.state.Chosen;
import org.sipsleuth.view.sequence.state.Lines;
import org.sipsleuth.view.sequence.state.Measure;
import org.sipsleuth.view.sequence.state.Scale;
import org.sipsleuth.view.sequence.state.SequenceRow;
import org.sipsleuth.view.sequence.state.SequenceRows;
import org.sipsleuth.view.sequence.state.Sign;
import org.sipsleuth.view.ui.chart.ChartColours;
import org.sipsleuth.view.ui.chart.ChartPane;
import org.sipsleuth.view.ui.chart.ChartZoom;
import org.sipsleuth.view.ui.chart.DataTable;

/// The scatter of the sequences over two measures.
public final class ScatterPane {

    private static final double MARGIN = 0.03;

    /// Points of a whole number lie on the highest grid line.
    private static final double COUNT_MARGIN = 0.12;

    private final Lines lines;
    private final PointsDataset dataset = new PointsDataset();
    private final PointRenderer renderer = new PointRenderer();
    private final ChartPane pane;
    private final ChartZoom zoom;
    private final ScatterOverlay overlay;
    private final ScatterInput input;
    private final PartHead part;
    private Points points;
    private Optional<SequenceRows> rows = Optional.empty();
    private boolean isMarked = true;

    /// @param rows what is drawn
    public ScatterPane(ObservableValue<Optional<SequenceRows>> rows, Lines lines, Chosen chosen) {
        this.lines = lines;
        points = Points.of(List.of(), lines);
        XYPlot plot = new XYPlot(dataset, new NumberAxis("x"), new NumberAxis("y"), renderer);
        pane = new ChartPane(new JFreeChart(null, null, plot, false));
        pane.setId("scatter");
        pane.setRecolour(this::recolour);
        overlay = new ScatterOverlay(pane, lines, chosen, points);
        input = new ScatterInput(pane, lines, chosen, overlay, this::words);
        zoom = ChartZoom.install(pane, this::whole, false);
        part = new PartHead("", "scatter", pane, this::data);
        lines.scaleProperty().subscribe(_ -> rescale());
        lines.axesProperty().subscribe(_ -> rescale());
        rows.subscribe(this::show);
        lines.skewnessProperty().subscribe(_ -> stale());
        lines.kurtosisProperty().subscribe(_ -> stale());
        chosen.keysProperty().subscribe(_ -> pane.redrawOverlay());
    }

    /// The scatter with its head.
    public Node root() {
        return part.root();
    }

    private void show(Optional<SequenceRows> now) {
        boolean isOther = !now.map(SequenceRows::index).equals(rows.map(SequenceRows::index));
        rows = now;
        place();
        if (isOther) {
            zoom.showAll();
        }
        part.showLegend(legend());
    }

    private void rescale() {
        Scale scale = lines.scaleProperty().get();
        Axes axes = lines.axesProperty().get();
        XYPlot plot = pane.plot();
        plot.setDomainAxis(ScaleAxis.horizontal(ScaleAxis.of(axes.x(), scale)));
        plot.setRangeAxis(ScaleAxis.of(axes.y(), scale));
        String title = text("sequence.axes." + axes.name());
        part.showTitle(title);
        part.showLegend(legend());
        pane.setAccessibleText(title);
        pane.setAccessibleHelp(text(axes.isByLines() ? "sequence.scatter.help" : "sequence.scatter.help.walk"));
        place();
        zoom.showAll();
    }

    /// The points have other marks; they are computed once before the next frame, however far a
    /// line was dragged meanwhile.
    private void stale() {
        isMarked = false;
        part.showLegend(legend());
        pane.redraw();
    }

    private void place() {
        points = Points.of(rows.map(SequenceRows::all).orElse(List.of()), lines);
        isMarked = true;
        dataset.show(points.all());
        overlay.show(points);
        input.show(points);
        part.showNote(points.all().size() < points.sequences()
                ? text("sequence.scatter.merged", points.sequences(), points.all().size())
                : "");
    }

    private void recolour(ChartColours colours) {
        if (!isMarked) {
            place();
        }
        renderer.recolour(colours);
    }

    private ChartZoom.View whole() {
        Scale scale = lines.scaleProperty().get();
        double right = 1;
        double up = right;
        for (Point point : points.all()) {
            right = Math.max(right, point.x());
            up = Math.max(up, point.y());
        }
        if (lines.axesProperty().get().isByLines()) {
            right = Math.max(right, scale.place(lines.skewnessProperty().get()));
            up = Math.max(up, scale.place(lines.kurtosisProperty().get()));
        } else if (lines.axesProperty().get().x() == Measure.MAXIMUM && !lines.maxima().isEmpty()) {
            right = Math.max(right, lines.maxima().get(1));
        }
        boolean counts = !lines.axesProperty().get().y().isScaled();
        double above = counts ? COUNT_MARGIN : MARGIN;
        return new ChartZoom.View(new Range(-MARGIN * right, right * (1 + MARGIN)),
                new Range(-above * up, up * (1 + above)));
    }

    private List<PartHead.Entry> legend() {
        List<PartHead.Entry> entries = new ArrayList<>();
        for (Map.Entry<Sign, Integer> each : dialogs().entrySet()) {
            entries.add(new PartHead.Entry(text("sequence.legend", each.getKey().words(), each.getValue()),
                    each.getKey().styleClass(), ""));
        }
        rows.ifPresent(now -> entries.addAll(PartHead.classes(now)));
        return entries;
    }

    /// How many dialogs each sign stands for; those that stand for none are there too.
    private Map<Sign, Integer> dialogs() {
        Map<Sign, Integer> dialogs = new EnumMap<>(Sign.class);
        switch (lines.axesProperty().get()) {
            case SURPRISE, DISTANCE, RARITY -> List.of(Sign.KNOWN, Sign.UNKNOWN).forEach(s -> dialogs.put(s, 0));
            case MOMENTS -> List.of(Sign.WITHIN, Sign.BETWEEN, Sign.OUTSIDE).forEach(s -> dialogs.put(s, 0));
            case MAXIMUM -> List.of(Sign.WITHIN, Sign.OUTSIDE).forEach(s -> dialogs.put(s, 0));
        }
        for (SequenceRow row : rows.map(SequenceRows::all).orElse(List.of())) {
            dialogs.merge(lines.sign(row), row.count(), Integer::sum);
        }
        return dialogs;
    }

    private String words(Point point) {
        SequenceRow row = point.rows().getFirst();
        String what = point.rows().size() > 1 ? text("sequence.point.several", point.rows().size())
                : row.finding().map(finding -> finding.statement().title().text()).orElseGet(() -> known(row));
        return text("sequence.point", point.sign().words(), point.dialogs(), number(row.score().skewness()),
                number(row.score().kurtosis()), number(row.score().maximum()), what, row.distance());
    }

    private static String known(SequenceRow row) {
        return row.score().isObserved() ? text("sequence.known.itself", row.score().observed())
                : text("sequence.known.hops");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    private DataTable data() {
        List<List<Object>> table = new ArrayList<>();
        for (SequenceRow row : rows.map(SequenceRows::all).orElse(List.of())) {
            table.add(
                    List.of(String.join(" ", row.types()), row.count(), row.score().skewness(), row.score().kurtosis(),
                            row.score().maximum(), row.mark().word(), lines.byMoments(row.score()).word(),
                            lines.byMaximum(row.score()).word(), PartHead.classWords(row)));
        }
        return new DataTable(List.of("sequence", "dialogs", "skewness", "kurtosis", "maximum_output", "mark",
                "network_mark", "network_mark_by_maximum", "truth"), table);
    }
}
