package org.sipsleuth.view.statistics;

import static org.sipsleuth.view.ui.Texts.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.data.Range;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.sipsleuth.dialog.statistics.Figure;
import org.sipsleuth.dialog.statistics.Timeline;
import org.sipsleuth.dialog.statistics.Timeline.Interval;
import org.sipsleuth.view.ui.MessageClass;
import org.sipsleuth.view.ui.UtcTime;
import org.sipsleuth.view.ui.chart.ChartColours;
import org.sipsleuth.view.ui.chart.ChartCopies;
import org.sipsleuth.view.ui.chart.ChartPane;
import org.sipsleuth.view.ui.chart.ChartZoom;
import org.sipsleuth.view.ui.chart.DataTable;

/// Calls over time: how many were tried, answered, failed. A click opens the dialogs of an
/// interval.
final class TimelinePane {

    private static final double HEADROOM = 1.08;
    private static final double HEIGHT = 210;
    private static final long MILLI = 1_000_000L;

    /// From the bottom to the top: together they are all calls.
    private enum Kind {
        ANSWERED("statistics.line.answered", MessageClass.SUCCESS),
        FAILED("statistics.line.failed", MessageClass.FAILURE),
        OTHERS("statistics.line.others", MessageClass.PROVISIONAL);

        private final String textKey;
        private final MessageClass colour;

        Kind(String textKey, MessageClass colour) {
            this.textKey = textKey;
            this.colour = colour;
        }

        private long of(Interval its) {
            return switch (this) {
                case ANSWERED -> its.answered();
                case FAILED -> its.failed();
                case OTHERS -> its.calls() - its.answered() - its.failed();
            };
        }

        private String chartClass() {
            return "chart-" + colour.styleClass();
        }
    }

    private final Links links;
    private final XYBarRenderer bars = new XYBarRenderer();
    private final ChartPane pane;
    private final ChartZoom zoom;
    private final VBox root = new VBox();
    private Optional<Timeline> timeline = Optional.empty();

    TimelinePane(Links links) {
        this.links = links;
        bars.setBarPainter(new StandardXYBarPainter());
        bars.setShadowVisible(false);
        bars.setDrawBarOutline(false);
        bars.setUseYInterval(true);
        XYPlot plot = new XYPlot();
        DateAxis time = new DateAxis(text("statistics.axis.time"), TimeZone.getTimeZone("UTC"), Locale.ENGLISH);
        plot.setDomainAxis(time);
        NumberAxis calls = new NumberAxis(text("statistics.axis.calls"));
        calls.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        plot.setRangeAxis(calls);
        plot.setRenderer(bars);
        pane = new ChartPane(new JFreeChart(null, null, plot, false));
        pane.setId("statistics-timeline");
        pane.setAccessibleText(text("statistics.timeline"));
        pane.setRecolour(this::recolour);
        pane.setPrefHeight(HEIGHT);
        pane.setMinHeight(HEIGHT);
        pane.setOnMouseMoved(this::moved);
        pane.setOnMouseExited(_ -> pane.hideTip());
        pane.setOnMouseClicked(this::clicked);
        zoom = ChartZoom.install(pane, this::fullView, true);
        root.getStyleClass().add("statistics-card");
        root.getChildren().addAll(head(), pane);
    }

    private Node head() {
        Label title = new Label(text("statistics.timeline"));
        title.getStyleClass().add("card-title");
        HBox head = new HBox(title);
        for (Kind kind : Kind.values()) {
            Label entry = new Label("■ " + text(kind.textKey));
            entry.getStyleClass().addAll("legend", kind.colour.styleClass());
            head.getChildren().add(entry);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        MenuButton copies = new MenuButton();
        copies.getStyleClass().addAll("small", "flat");
        ChartCopies.install(copies, pane, () -> pane.colours().fx(ChartColours.GROUND), this::data);
        head.getChildren().addAll(gap, copies);
        head.getStyleClass().add("card-bar");
        return head;
    }

    Node root() {
        return root;
    }

    void show(Timeline shown) {
        timeline = Optional.of(shown);
        XYIntervalSeriesCollection all = new XYIntervalSeriesCollection();
        long[] below = new long[shown.intervals().size()];
        for (Kind kind : Kind.values()) {
            XYIntervalSeries series = new XYIntervalSeries(text(kind.textKey), false, true);
            for (int i = 0; i < below.length; i++) {
                long count = kind.of(shown.intervals().get(i));
                if (count > 0) {
                    double from = millis(i);
                    double to = millis(i + 1);
                    double top = (double) below[i] + count;
                    series.add((from + to) / 2, from, to, top, (double) below[i], top);
                    below[i] += count;
                }
            }
            all.addSeries(series);
        }
        pane.plot().setDataset(all);
        zoom.showAll();
    }

    private double millis(int interval) {
        Timeline its = timeline.orElseThrow();
        return (double) (its.fromNanos() + interval * its.stepNanos()) / MILLI;
    }

    private ChartZoom.View fullView() {
        double most = timeline.stream()
                .flatMap(timeline -> timeline.intervals().stream())
                .mapToLong(Interval::calls)
                .max()
                .orElse(1);
        return new ChartZoom.View(timeline.map(timeline -> new Range(millis(0), millis(timeline.intervals().size())))
                .orElse(new Range(0, 1)), new Range(0, Math.max(1, most) * HEADROOM));
    }

    private void recolour(ChartColours colours) {
        for (Kind kind : Kind.values()) {
            bars.setSeriesPaint(List.of(Kind.values()).indexOf(kind), colours.awt(kind.chartClass()));
        }
    }

    private Optional<Integer> intervalAt(MouseEvent event) {
        return timeline.filter(_ -> pane.dataArea().contains(event.getX(), event.getY()))
                .map(timeline -> Math.clamp(
                        ((long) (pane.xValue(event.getX()) * MILLI) - timeline.fromNanos()) / timeline.stepNanos(), 0,
                        timeline.intervals().size() - 1));
    }

    private void moved(MouseEvent event) {
        Optional<Integer> interval = intervalAt(event);
        if (interval.isEmpty()) {
            pane.hideTip();
            return;
        }
        Timeline its = timeline.orElseThrow();
        Interval at = its.intervals().get(interval.get());
        long from = its.fromNanos() + interval.get() * its.stepNanos();
        pane.showTip(text("statistics.timeline.tip", UtcTime.dateAndClock(from),
                UtcTime.length((double) its.stepNanos()), at.calls(), at.answered(), at.failed(), at.messages()),
                event.getX(), event.getY());
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            intervalAt(event).ifPresent(interval -> {
                Timeline its = timeline.orElseThrow();
                long from = its.fromNanos() + interval * its.stepNanos();
                links.open().accept(new Figure.During(from, from + its.stepNanos() - 1));
            });
        }
    }

    private DataTable data() {
        List<List<Object>> rows = new ArrayList<>();
        timeline.ifPresent(timeline -> {
            for (int i = 0; i < timeline.intervals().size(); i++) {
                Interval at = timeline.intervals().get(i);
                rows.add(List.of(Instant.ofEpochMilli((long) millis(i)).toString(), at.calls(), at.answered(),
                        at.failed(), at.messages()));
            }
        });
        return new DataTable(List.of("from", "calls", "answered", "failed", "messages"), rows);
    }
}
