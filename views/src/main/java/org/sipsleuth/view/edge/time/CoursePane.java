package org.sipsleuth.view.edge.time;

import static org.sipsleuth.view.edge.text.EdgeText.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.sipsleuth.edge.replay.Timeline;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.view.edge.run.Comparison;
import org.sipsleuth.view.edge.time.Courses.Lane;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.time.TimeInput;
import org.sipsleuth.view.session.time.TimeSight;
import org.sipsleuth.view.ui.TextWidths;
import org.sipsleuth.view.ui.UtcTime;
import org.sipsleuth.view.ui.chart.ChartColours;
import org.sipsleuth.view.ui.chart.DataTable;

/// Queue, waiting time and drops over time, each a lane. The wheel zooms, drag brushes.
public final class CoursePane extends Region {

    private static final double LEAST_SIDE = 120;

    private final Canvas canvas = new Canvas();

    /// Over the plot: gets mouse and keys.
    private final Canvas plot = new Canvas();

    private final ChartColours colours;
    private final TextWidths widths = new TextWidths();
    private final TimeSight sight;
    private Optional<Courses> courses = Optional.empty();
    private OptionalLong cursor = OptionalLong.empty();

    /// @param selection whose time is brushed
    /// @param colours of the page
    public CoursePane(SelectionModel selection, ChartColours colours) {
        this.colours = colours;
        sight = new TimeSight(selection);
        setId("edge-time");
        plot.setId("edge-plot");
        plot.setFocusTraversable(true);
        plot.setAccessibleText(text("time.title"));
        getChildren().addAll(canvas, plot);
        new TimeInput(plot, sight, new NoTargets()).listen();
        plot.addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(event.getX()));
        plot.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> hover(-1));
        sight.windowProperty().subscribe(_ -> requestLayout());
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

    /// Shows replays, or nothing.
    ///
    /// @param incidents whose times are marked
    public void show(Optional<Comparison> comparison, List<Incident> incidents) {
        courses = comparison.map(result -> new Courses(result, incidents));
        courses.map(Courses::intervals)
                .ifPresentOrElse(
                        timeline -> sight.show(timeline.beginNanos(0), timeline.beginNanos(timeline.size()) - 1),
                        sight::showNothing);
        requestLayout();
    }

    private void hover(double x) {
        cursor = x < 0 ? OptionalLong.empty()
                : sight.windowProperty()
                        .get()
                        .map(range -> OptionalLong.of(range.fromNanos()
                                + Math.round((range.toNanos() - range.fromNanos()) * (x / plot.getWidth()))))
                        .orElse(OptionalLong.empty());
        requestLayout();
    }

    /// Draws it in other colours.
    public void recolour() {
        requestLayout();
    }

    /// Puts the keyboard's focus on the lanes.
    public void focus() {
        plot.requestFocus();
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
        canvas.setWidth(width);
        canvas.setHeight(height);
        plot.setWidth(Math.max(1, width - CoursePainter.LEFT - CoursePainter.RIGHT));
        plot.setHeight(height);
        plot.relocate(CoursePainter.LEFT, 0);
        Optional<TimeRange> range = sight.windowProperty().get();
        if (courses.isEmpty() || range.isEmpty() || width < LEAST_SIDE || height < LEAST_SIDE / 2) {
            canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
            return;
        }
        OptionalLong at =
                cursor.isPresent() ? cursor : plot.isFocused() ? sight.cursorProperty().get() : OptionalLong.empty();
        new CoursePainter(canvas.getGraphicsContext2D(), colours, widths,
                new CoursePainter.Picture(courses.get(), range.get(), sight.brushProperty().get(), at), width, height)
                .paint();
    }

    /// The lanes as numbers, to be copied: a row for each interval.
    public DataTable data() {
        List<List<Object>> rows = new ArrayList<>();
        List<String> columns = new ArrayList<>(List.of("from", "seconds"));
        for (Lane lane : Lane.values()) {
            String name = lane.name().toLowerCase(Locale.ROOT);
            columns.addAll(List.of(name, name + " low", name + " high", name + " without protection"));
        }
        courses.ifPresent(courses -> {
            Timeline intervals = courses.intervals();
            for (int i = 0; i < intervals.size(); i++) {
                List<Object> row = new ArrayList<>();
                row.add(UtcTime.full(intervals.beginNanos(i)));
                row.add(intervals.intervalNanos() / 1e9);
                for (Lane lane : Lane.values()) {
                    row.add(courses.with(lane, i));
                    row.add(courses.low(lane, i));
                    row.add(courses.high(lane, i));
                    row.add(courses.without(lane, i));
                }
                rows.add(row);
            }
        });
        return new DataTable(columns, rows);
    }
}
