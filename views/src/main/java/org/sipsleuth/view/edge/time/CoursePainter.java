package org.sipsleuth.view.edge.time;

import static org.sipsleuth.view.edge.text.EdgeText.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntToDoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.sipsleuth.edge.replay.Timeline;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.view.edge.text.EdgeColours;
import org.sipsleuth.view.edge.time.Courses.Lane;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.session.TimeAxis;
import org.sipsleuth.view.ui.TextWidths;
import org.sipsleuth.view.ui.UtcTime;
import org.sipsleuth.view.ui.chart.ChartColours;

/// Draws the lanes.
final class CoursePainter {

    static final double LEFT = 152;
    static final double RIGHT = 104;

    private static final Font BOLD = Font.font(null, FontWeight.BOLD, 11);
    private static final Font SMALL = Font.font(10);
    private static final double HEAD = 16;
    private static final double FOOT = 22;
    private static final double GAP = 12;
    private static final double TICK = 24;
    private static final double LABEL_PIXELS = 110;
    private static final double LEAST_BAND = 3;

    /// What is drawn.
    ///
    /// @param courses the quantities
    /// @param sight the time in view
    /// @param brush the chosen time
    /// @param cursor a moment whose values are written
    record Picture(Courses courses, TimeRange sight, Optional<TimeRange> brush, OptionalLong cursor) {}

    private final GraphicsContext graphics;
    private final ChartColours colours;
    private final TextWidths widths;
    private final Picture picture;
    private final Courses courses;
    private final double width;
    private final double height;

    CoursePainter(GraphicsContext graphics, ChartColours colours, TextWidths widths, Picture picture, double width,
            double height) {
        this.graphics = graphics;
        this.colours = colours;
        this.widths = widths;
        this.picture = picture;
        this.courses = picture.courses();
        this.width = width;
        this.height = height;
    }

    void paint() {
        graphics.clearRect(0, 0, width, height);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setLineWidth(1);
        inPlot(this::bands);
        List<Lane> lanes = List.of(Lane.values());
        double each = (foot() - HEAD - GAP * (lanes.size() - 1)) / lanes.size();
        double top = HEAD;
        for (Lane lane : lanes) {
            lane(lane, top, each);
            top += each + GAP;
        }
        axis();
        inPlot(this::brush);
        cursor();
    }

    private double foot() {
        return height - FOOT;
    }

    private double plotWidth() {
        return Math.max(1, width - LEFT - RIGHT);
    }

    private double x(long nanos) {
        TimeRange sight = picture.sight();
        double span = Math.max(1, sight.toNanos() - sight.fromNanos());
        return LEFT + plotWidth() * ((nanos - sight.fromNanos()) / span);
    }

    private void inPlot(Runnable drawing) {
        graphics.save();
        graphics.beginPath();
        graphics.rect(LEFT, 0, plotWidth(), height);
        graphics.clip();
        drawing.run();
        graphics.restore();
    }

    private void bands() {
        Color colour = colours.fx(EdgeColours.ATTACK);
        graphics.setTextAlign(TextAlignment.LEFT);
        double free = LEFT;
        List<Incident> byTime =
                courses.incidents().stream().sorted((a, b) -> Long.compare(a.fromNanos(), b.fromNanos())).toList();
        for (Incident incident : byTime) {
            double left = Math.floor(x(incident.fromNanos()));
            double right = Math.max(left + LEAST_BAND, Math.ceil(x(incident.toNanos())));
            graphics.setFill(colour.deriveColor(0, 1, 1, 0.09));
            graphics.fillRect(left, HEAD, right - left, foot() - HEAD);
            graphics.setFill(colour);
            graphics.fillRect(left, HEAD - 3, right - left, 3);
            double at = Math.max(left, LEFT);
            if (at >= free && right > LEFT) {
                String name = text("incident.number", incident.number());
                write(name, at, 6, BOLD, EdgeColours.LETTERS, TextAlignment.LEFT);
                free = at + widths.of(name, BOLD) + 8;
            }
        }
    }

    private void write(String line, double x, double y, Font font, String colour, TextAlignment align) {
        graphics.setTextAlign(align);
        graphics.setFont(font);
        graphics.setFill(colours.fx(colour));
        graphics.fillText(line, x, y);
    }

    private void lane(Lane lane, double top, double high) {
        LaneScale scale = LaneScale.of(lane, courses.highest(lane));
        for (double tick : scale.ticks((int) (high / TICK) + 1)) {
            double y = Math.floor(top + high * (1 - scale.share(tick))) + 0.5;
            graphics.setStroke(colours.fx(ChartColours.GRID));
            graphics.strokeLine(LEFT, y, LEFT + plotWidth(), y);
            write(number(tick), LEFT - 6, y, SMALL, ChartColours.TEXT, TextAlignment.RIGHT);
        }
        inPlot(() -> {
            band(lane, scale, top, high);
            graphics.setStroke(colours.fx(ChartColours.TEXT));
            graphics.setLineWidth(1.2);
            graphics.setLineDashes(4, 3);
            step(scale, i -> courses.without(lane, i), top, high);
            graphics.setLineDashes();
            graphics.setStroke(colours.fx(EdgeColours.LEGITIMATE));
            graphics.setLineWidth(1.8);
            step(scale, i -> courses.with(lane, i), top, high);
            graphics.setLineWidth(1);
        });
        String word = lane.name().toLowerCase(Locale.ROOT);
        String name = text("lane." + word);
        write(name, 12, top + 6, BOLD, EdgeColours.LETTERS, TextAlignment.LEFT);
        if (high > 28) {
            String unit = lane == Lane.DROPS ? courses.comparison().words().words("lane.drops.unit")
                    : text("lane." + word + ".unit");
            double room = LEFT - 40;
            write(widths.fit(unit, SMALL, room), 12, top + 19, SMALL, ChartColours.TEXT, TextAlignment.LEFT);
        }
        values(lane, top);
    }

    /// What the lane shows at the cursor; without one its highest values.
    private void values(Lane lane, double top) {
        double with;
        double without;
        if (picture.cursor().isPresent()) {
            int at = interval(picture.cursor().getAsLong());
            with = courses.with(lane, at);
            without = courses.without(lane, at);
        } else {
            with = highest(i -> courses.with(lane, i));
            without = highest(i -> courses.without(lane, i));
        }
        double x = LEFT + plotWidth() + 8;
        String unit = ".value." + lane.name().toLowerCase(Locale.ROOT);
        String prefix = picture.cursor().isPresent() ? "lane.at" : "lane.most";
        write(text(prefix + ".with", text("lane" + unit, number(with))), x, top + 6, BOLD, EdgeColours.LETTERS,
                TextAlignment.LEFT);
        write(text(prefix + ".without", text("lane" + unit, number(without))), x, top + 19, SMALL, ChartColours.TEXT,
                TextAlignment.LEFT);
    }

    private double highest(IntToDoubleFunction value) {
        double highest = 0;
        for (int i = 0; i < courses.intervals().size(); i++) {
            highest = Math.max(highest, value.applyAsDouble(i));
        }
        return highest;
    }

    private int interval(long nanos) {
        Timeline its = courses.intervals();
        return Math.clamp(Math.floorDiv(nanos - its.beginNanos(0), its.intervalNanos()), 0, its.size() - 1);
    }

    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return String.format(Locale.ENGLISH, "%,.0f", value);
        }
        return value >= 1 ? String.format(Locale.ENGLISH, "%,.1f", value)
                : String.format(Locale.ENGLISH, "%.1g", value).contains("e")
                        ? String.format(Locale.ENGLISH, "%.4f", value)
                : String.format(Locale.ENGLISH, "%.3f", value).replaceAll("0+$", "");
    }

    private void band(Lane lane, LaneScale scale, double top, double high) {
        Timeline its = courses.intervals();
        graphics.setFill(colours.fx(EdgeColours.LEGITIMATE).deriveColor(0, 1, 1, 0.25));
        for (int i = 0; i < its.size(); i++) {
            double upper = top + high * (1 - scale.share(courses.high(lane, i)));
            double lower = top + high * (1 - scale.share(courses.low(lane, i)));
            double left = Math.rint(x(its.beginNanos(i)));
            double right = Math.rint(x(its.beginNanos(i + 1)));
            if (lower > upper) {
                graphics.fillRect(left, upper, Math.max(1, right - left), lower - upper);
            }
        }
    }

    private void step(LaneScale scale, IntToDoubleFunction value, double top, double high) {
        Timeline its = courses.intervals();
        graphics.beginPath();
        for (int i = 0; i < its.size(); i++) {
            double y = top + high * (1 - scale.share(value.applyAsDouble(i)));
            if (i == 0) {
                graphics.moveTo(x(its.beginNanos(i)), y);
            } else {
                graphics.lineTo(x(its.beginNanos(i)), y);
            }
            graphics.lineTo(x(its.beginNanos(i + 1)), y);
        }
        graphics.stroke();
    }

    private void axis() {
        double top = Math.floor(foot()) + 3.5;
        graphics.setStroke(colours.fx(ChartColours.GRID));
        graphics.strokeLine(LEFT, top, LEFT + plotWidth(), top);
        int room = Math.max(1, (int) (plotWidth() / LABEL_PIXELS));
        for (TimeAxis.Tick tick : TimeAxis.ticks(picture.sight(), room)) {
            double at = Math.floor(x(tick.nanos())) + 0.5;
            graphics.strokeLine(at, top, at, top + 4);
            write(tick.label(), at, top + 11, SMALL, ChartColours.TEXT, TextAlignment.CENTER);
        }
        write(text("lane.time"), 12, top + 11, SMALL, ChartColours.TEXT, TextAlignment.LEFT);
    }

    /// What is outside the brush recedes.
    private void brush() {
        picture.brush().ifPresent(range -> {
            double left = x(range.fromNanos());
            double right = x(range.toNanos());
            double end = LEFT + plotWidth();
            graphics.setFill(colours.fx(ChartColours.GROUND).deriveColor(0, 1, 1, 0.6));
            graphics.fillRect(LEFT, HEAD, left - LEFT, foot() - HEAD);
            graphics.fillRect(right, HEAD, end - right, foot() - HEAD);
            graphics.setStroke(colours.fx(EdgeColours.LEGITIMATE));
            graphics.strokeLine(left, HEAD, left, foot());
            graphics.strokeLine(right, HEAD, right, foot());
        });
    }

    private void cursor() {
        picture.cursor().ifPresent(at -> {
            double x = Math.floor(x(at)) + 0.5;
            if (x < LEFT || x > LEFT + plotWidth()) {
                return;
            }
            graphics.setStroke(colours.fx(EdgeColours.LETTERS));
            graphics.strokeLine(x, HEAD, x, foot() + 3);
            write(UtcTime.clock(at), LEFT + plotWidth() + 8, foot() + 14, SMALL, EdgeColours.LETTERS,
                    TextAlignment.LEFT);
        });
    }
}
