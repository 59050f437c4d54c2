package org.sipsleuth.view.flood.lane;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import java.util.function.ToDoubleFunction;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.view.flood.traffic.Aggregate;
import org.sipsleuth.view.flood.traffic.Traffic;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.time.TimeInput;
import org.sipsleuth.view.session.time.TimeSight;
import org.sipsleuth.view.ui.UtcTime;
import org.sipsleuth.view.ui.chart.ChartColours;
import org.sipsleuth.view.ui.chart.DataTable;

/// The lanes of a server. What is in view is aggregated in the background; until that is there,
/// the aggregate before is drawn where it belongs.
public final class LanePane extends Region {

    private static final double LEAST_SIDE = 120;

    private final Canvas canvas = new Canvas();

    /// Over the plot: gets mouse and keys.
    private final Canvas plot = new Canvas();

    private final ChartColours colours = new ChartColours(this::recolour);
    private final TimeSight sight;
    private final Executor background;
    private Optional<Traffic> traffic = Optional.empty();
    private Optional<TimeRange> window = Optional.empty();
    private OptionalLong cursor = OptionalLong.empty();
    private ToDoubleFunction<NetworkKind> thresholdOf = _ -> 1;
    private boolean isLogarithmic = true;
    private Runnable onColours = () -> {};
    private @Nullable Aggregate aggregate;
    private @Nullable RunTask<Aggregate> run;

    /// @param selection whose time is brushed
    /// @param background where traffic is aggregated
    /// @param lookAt called with a moment that is clicked
    public LanePane(SelectionModel selection, Executor background, LongConsumer lookAt) {
        this.background = background;
        sight = new TimeSight(selection);
        getStyleClass().add("flood-lanes");
        plot.setId("floods-plot");
        plot.setFocusTraversable(true);
        getChildren().addAll(colours.samples(), canvas, plot);
        new TimeInput(plot, sight, new NoTargets()).listen();
        plot.addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(event.getX()));
        plot.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> hover(-1));
        plot.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            boolean isClick =
                    event.getButton() == MouseButton.PRIMARY && event.isStillSincePress() && event.getClickCount() == 1;
            if (isClick) {
                at(event.getX()).ifPresent(lookAt);
            }
        });
        plot.addEventHandler(KeyEvent.KEY_PRESSED, event -> look(event, lookAt));
        sight.windowProperty().subscribe(_ -> refresh());
        sight.brushProperty().subscribe(_ -> requestLayout());
        sight.cursorProperty().subscribe(_ -> requestLayout());
        plot.focusedProperty().subscribe(_ -> requestLayout());
    }

    private static final class NoTargets implements TimeInput.Targets {
        @Override
        public boolean isAt(double x, double y) {
            return false;
        }

        @Override
        public void click(double x, double y, boolean isDouble) {
            // there is nothing but time
        }
    }

    /// Shows a server, or nothing.
    public void show(Optional<Traffic> shown) {
        boolean isSame = shown.isPresent() && traffic.filter(
                windows -> windows.host().equals(shown.get().host()) && windows.source().equals(shown.get().source()))
                .isPresent();
        boolean follows = isSame && sight.isZoomed() && sight.isAtEnd();
        traffic = shown;
        aggregate = isSame ? aggregate : null;
        shown.filter(windows -> windows.invites().size() > 0).ifPresentOrElse(windows -> {
            var messages = windows.windows().attempts().table().index().messages();
            sight.show(messages.capturedAtNanos(0), messages.capturedAtNanos(messages.size() - 1));
            if (follows) {
                sight.moveToEnd();
            }
        }, sight::showNothing);
        refresh();
    }

    /// Marks a window.
    public void mark(Optional<TimeRange> range) {
        window = range;
        requestLayout();
    }

    /// Draws rates and counts logarithmically, or not.
    public void setLogarithmic(boolean is) {
        isLogarithmic = is;
        requestLayout();
    }

    /// Draws what is flagged again.
    ///
    /// @param threshold from which score on a network flags
    public void setThresholds(ToDoubleFunction<NetworkKind> threshold) {
        thresholdOf = threshold;
        requestLayout();
    }

    /// The time in view.
    public TimeSight sight() {
        return sight;
    }

    /// Puts the keyboard's focus on the lanes.
    public void focus() {
        plot.requestFocus();
    }

    /// What else is drawn in these colours.
    ///
    /// @param draw called when they are known, and when the theme has changed
    public void setOnColours(Runnable draw) {
        onColours = draw;
    }

    private void recolour() {
        requestLayout();
        onColours.run();
    }

    /// The colours.
    public ChartColours colours() {
        return colours;
    }

    /// Enter looks at what is below the keyboard's cursor.
    private void look(KeyEvent event, LongConsumer lookAt) {
        if (event.getCode() == KeyCode.ENTER) {
            sight.cursorProperty().get().ifPresent(lookAt);
            event.consume();
        }
    }

    private void hover(double x) {
        cursor = x < 0 ? OptionalLong.empty() : at(x);
        requestLayout();
    }

    private OptionalLong at(double x) {
        return sight.windowProperty()
                .get()
                .map(range -> OptionalLong.of(
                        range.fromNanos() + Math.round((range.toNanos() - range.fromNanos()) * (x / plot.getWidth()))))
                .orElse(OptionalLong.empty());
    }

    /// Aggregates what is in view, unless that is being done for an earlier sight: then again
    /// after it.
    private void refresh() {
        requestLayout();
        if (run != null || traffic.isEmpty() || plot.getWidth() < 1) {
            return;
        }
        Optional<TimeRange> range = sight.windowProperty().get();
        if (range.isEmpty()) {
            return;
        }
        Traffic its = traffic.get();
        TimeRange wanted = range.get();
        int width = (int) plot.getWidth();
        RunTask<Aggregate> task = new RunTask<>(_ -> Aggregate.of(its, wanted.fromNanos(), wanted.toNanos(), width));
        task.setOnSucceeded(_ -> {
            run = null;
            if (traffic.filter(now -> now == its).isPresent()) {
                aggregate = task.getValue();
                requestLayout();
            }
            boolean isStale = traffic.filter(now -> now == its).isEmpty() || !range.equals(sight.windowProperty().get())
                    || width != (int) plot.getWidth();
            if (isStale) {
                refresh();
            }
        });
        task.setOnFailed(_ -> run = null);
        run = task;
        background.execute(task);
    }

    @Override
    protected double computePrefWidth(double height) {
        return LEAST_SIDE;
    }

    @Override
    protected double computePrefHeight(double width) {
        return LEAST_SIDE;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        Places places = new Places(width, height, traffic.filter(windows -> !windows.truth().isEmpty()).isPresent());
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            plot.setWidth(places.plotWidth());
            plot.setHeight(height);
            plot.relocate(Places.LEFT, 0);
            refresh();
        }
        Optional<TimeRange> range = sight.windowProperty().get();
        if (aggregate == null || range.isEmpty() || width < LEAST_SIDE || height < LEAST_SIDE) {
            canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
            return;
        }
        OptionalLong shown = cursor.isPresent() ? cursor
                : plot.isFocused() && sight.cursorProperty().get().isPresent() ? sight.cursorProperty().get()
                : window.map(section -> OptionalLong.of(section.toNanos())).orElse(OptionalLong.empty());
        new LanePainter(canvas.getGraphicsContext2D(), colours, places, new LanePainter.Picture(aggregate, range.get(),
                sight.brushProperty().get(), shown, window, isLogarithmic, thresholdOf)).paint();
    }

    /// The aggregate in view, to be copied: a row for each time that rates are counted in.
    public DataTable data() {
        List<String> columns =
                new ArrayList<>(List.of("from", "seconds", "invites/s", "answers/s", "acks/s", "half-open"));
        for (NetworkKind kind : NetworkKind.values()) {
            columns.add("P(flood) " + kind.word());
        }
        List<List<Object>> rows = new ArrayList<>();
        Aggregate its = aggregate;
        for (int bin = 0; its != null && bin < its.bins().count(); bin++) {
            long from = its.bins().startOf(bin);
            long to = its.bins().startOf(bin + 1) - 1;
            List<Object> row = new ArrayList<>();
            row.add(UtcTime.full(from));
            row.add(its.bins().seconds());
            row.add(its.invites(bin));
            row.add(its.answers(bin));
            row.add(its.acks(bin));
            row.add(text(its.traffic().halfOpen().at(to)));
            for (NetworkKind kind : NetworkKind.values()) {
                row.add(text(its.traffic().verdict(kind).at(to)));
            }
            rows.add(row);
        }
        return new DataTable(columns, rows);
    }

    private static Object text(double value) {
        return Double.isNaN(value) ? "" : Double.valueOf(String.format(Locale.ROOT, "%.6g", value));
    }
}
