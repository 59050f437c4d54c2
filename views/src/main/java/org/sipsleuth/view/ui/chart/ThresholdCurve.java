package org.sipsleuth.view.ui.chart;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// With a truth the ROC, its false alarms logarithmic; without one, which share of all that has a
/// score each threshold flags. The working point is a ring that is dragged, or moved by arrow keys.
/// Used on the JavaFX thread.
public final class ThresholdCurve extends Region {

    /// Beside the plot: the axis of shares, and room for the last number of the other one.
    public static final double LEFT = 44;

    public static final double RIGHT = 18;

    private static final double FOOT = 34;
    private static final double TOP = 10;
    private static final double LEAST_WIDTH = 180;
    private static final double LEAST_HEIGHT = 110;

    /// 0.1 %: what is less lies at the edge.
    private static final int DECADES = 3;

    /// The ends of a logarithmic axis differ at least by this factor.
    private static final double RATIO = 2;

    private static final int STEPS = 400;
    private static final int QUARTERS = 4;
    private static final double KEY_STEP = 0.01;
    private static final Font FONT = Font.font(10);

    private final Canvas canvas = new Canvas();
    private final ChartColours colours;
    private final String texts;
    private final Axis axis;
    private final DoubleConsumer moved;
    private Optional<ScoreCounts> counts = Optional.empty();
    private List<Point> points = List.of();
    private double threshold;

    /// A place of the picture.
    ///
    /// @param falseShare of what is not malicious, with a truth
    /// @param share found of what is malicious, or flagged of all
    private record Point(double threshold, double falseShare, double share) {}

    /// How thresholds lie on the axis where there is no truth.
    public enum Axis {
        /// Scores above 0 without a bound: logarithmic.
        LOGARITHMIC,
        /// Probabilities: from 0 to 1.
        PROBABILITY
    }

    /// @param colours of the lines
    /// @param page whose curve it is: its id is `page-curve`, what its axes say are the texts
    ///     `page.curve.roc` and `page.curve.share`
    /// @param moved hears of the threshold that the user drags
    public ThresholdCurve(ChartColours colours, String page, Axis axis, DoubleConsumer moved) {
        this.colours = colours;
        this.texts = page + ".curve.";
        this.axis = axis;
        this.moved = moved;
        setId(page + "-curve");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setMinSize(LEAST_WIDTH, LEAST_HEIGHT);
        setPrefSize(LEAST_WIDTH, LEAST_HEIGHT);
        setCursor(Cursor.CROSSHAIR);
        getChildren().add(canvas);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::drag);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().subscribe(_ -> requestLayout());
    }

    /// Shows scores at a threshold.
    public void show(Optional<ScoreCounts> shown, double at) {
        if (!shown.equals(counts)) {
            counts = shown;
            points = shown.filter(scores -> scores.size() > 0).map(this::points).orElse(List.of());
        }
        threshold = at;
        setAccessibleText(text(texts + (isRoc() ? "roc" : "share")));
        requestLayout();
    }

    private boolean isRoc() {
        return counts.filter(ScoreCounts::hasRoc).isPresent();
    }

    private List<Point> points(ScoreCounts its) {
        List<Point> points = new ArrayList<>();
        for (int step = 0; step <= STEPS; step++) {
            double share = (double) step / STEPS;
            boolean isEven = axis == Axis.PROBABILITY && !its.hasRoc();
            points.add(point(its, isEven ? share : its.quantile(share)));
        }
        double above = Math.nextUp(its.quantile(1));
        points.add(point(its, above));
        return points;
    }

    private static Point point(ScoreCounts its, double threshold) {
        ScoreCounts.Counts at = its.at(threshold);
        return its.hasRoc()
                ? new Point(threshold, at.falseShare(), at.foundShare())
                : new Point(threshold, 0, at.flaggedShare());
    }

    /// Where a point is on the axis, from 0 to 1.
    private double place(Point point) {
        if (isRoc()) {
            return decades(point.falseShare());
        }
        if (axis == Axis.PROBABILITY) {
            return Math.clamp(point.threshold(), 0, 1);
        }
        double low = lowest();
        return Math.clamp(
                Math.log(Math.max(low, point.threshold()) / low) / Math.log(highest() / low), 0, 1);
    }

    /// The right end of a logarithmic axis of scores: the threshold is on it, however low all
    /// scores are.
    private double highest() {
        double score = counts.map(scores -> scores.quantile(1)).orElse(0.0);
        double end = Math.max(score, threshold);
        return end > 0 ? end : 1;
    }

    private double lowest() {
        double high = highest();
        double score = counts.map(scores -> scores.quantile(0)).orElse(0.0);
        double least = threshold > 0 ? Math.min(score, threshold) : score;
        return Math.min(Math.max(least, high / 1_000), high / RATIO);
    }

    private static double decades(double share) {
        return share <= 0 ? 0 : Math.clamp((Math.log10(share) + DECADES) / DECADES, 0, 1);
    }

    private double x(double share) {
        return LEFT + share * (canvas.getWidth() - LEFT - RIGHT);
    }

    private double x(Point point) {
        return x(place(point));
    }

    private double y(Point point) {
        return y(point.share());
    }

    private double y(double share) {
        return TOP + (1 - share) * (canvas.getHeight() - TOP - FOOT);
    }

    /// Where the working point is, in pixels of this region.
    public Point2D workingPoint() {
        Point now = point(counts.orElseThrow(), threshold);
        return new Point2D(x(now), y(now));
    }

    private void drag(MouseEvent event) {
        requestFocus();
        points.stream()
                .min(
                        Comparator.comparingDouble(
                                point -> Math.hypot(x(point) - event.getX(), y(point) - event.getY())))
                .ifPresent(point -> moved.accept(point.threshold()));
    }

    private void key(KeyEvent event) {
        int by =
                switch (event.getCode()) {
                    case LEFT, DOWN -> -1;
                    case RIGHT, UP -> 1;
                    default -> 0;
                };
        if (by != 0 && counts.isPresent() && !event.isControlDown() && !event.isAltDown()) {
            moved.accept(
                    axis == Axis.PROBABILITY
                            ? Math.clamp(threshold + by * KEY_STEP, 0, 1)
                            : threshold * (1 + by * KEY_STEP));
            event.consume();
        }
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.max(LEAST_WIDTH, Math.floor(getWidth())));
        canvas.setHeight(Math.max(LEAST_HEIGHT, Math.floor(getHeight())));
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        counts.filter(scores -> scores.size() > 0).ifPresent(scores -> paint(graphics, scores));
    }

    private void paint(GraphicsContext graphics, ScoreCounts its) {
        axes(graphics, its.hasRoc());
        graphics.setStroke(colours.fx(ChartColours.LINE));
        graphics.setLineWidth(1.5);
        graphics.beginPath();
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            if (i == 0) {
                graphics.moveTo(x(point), y(point));
            } else {
                graphics.lineTo(x(points.get(i - 1)), y(point)); // a score is flagged at its own threshold
                graphics.lineTo(x(point), y(point));
            }
        }
        graphics.stroke();
        Point now = point(its, threshold);
        graphics.setLineWidth(1);
        graphics.setStroke(colours.fx(ChartColours.TEXT));
        graphics.setLineDashes(1, 3);
        graphics.strokeLine(x(now), y(0), x(now), y(1));
        graphics.setLineDashes();
        graphics.setFill(colours.fx(ChartColours.GROUND));
        graphics.fillOval(x(now) - 6, y(now) - 6, 12, 12);
        graphics.setStroke(colours.fx(isFocused() ? ChartColours.LINE : ChartColours.TEXT));
        graphics.setLineWidth(2.5);
        graphics.strokeOval(x(now) - 6, y(now) - 6, 12, 12);
    }

    private void axes(GraphicsContext graphics, boolean isRoc) {
        graphics.setFont(FONT);
        graphics.setLineWidth(1);
        graphics.setTextBaseline(VPos.CENTER);
        for (int share = 0; share <= 100; share += 25) {
            double y = Math.floor(y(share / 100.0)) + 0.5;
            graphics.setStroke(colours.fx(ChartColours.GRID));
            graphics.strokeLine(x(0), y, x(1), y);
            graphics.setFill(colours.fx(ChartColours.TEXT));
            graphics.setTextAlign(TextAlignment.RIGHT);
            graphics.fillText(share + " %", LEFT - 6, y);
        }
        graphics.setTextAlign(TextAlignment.CENTER);
        double foot = y(0) + 11;
        int ticks = isRoc || axis == Axis.LOGARITHMIC ? DECADES : QUARTERS;
        for (int tick = 0; tick <= ticks; tick++) {
            double place = (double) tick / ticks;
            graphics.fillText(isRoc ? percent(tick - 1) : score(place), x(place), foot);
        }
        graphics.fillText(
                text(texts + (isRoc ? "roc" : "share")),
                canvas.getWidth() / 2,
                foot + 14,
                canvas.getWidth() - 8);
    }

    private static String percent(int decade) {
        return (decade < 0 ? "0.1" : Long.toString(Math.round(Math.pow(10, decade)))) + " %";
    }

    /// The threshold at a place of the axis where there is no truth.
    private double threshold(double place) {
        double low = lowest();
        return axis == Axis.PROBABILITY ? place : low * Math.pow(highest() / low, place);
    }

    private String score(double place) {
        double value = threshold(place);
        return String.format(Locale.ROOT, value >= 10 ? "%.0f" : "%.2f", value);
    }

    /// Where a threshold is on the axis, in pixels from the left of this region; empty where the
    /// axis is one of false alarms.
    public OptionalDouble axisPixel(double value) {
        return isRoc() ? OptionalDouble.empty() : OptionalDouble.of(x(new Point(value, 0, 0)));
    }

    /// The curve, to be copied.
    public DataTable data() {
        ScoreCounts its = counts.orElse(null);
        if (its == null) {
            return new DataTable(List.of("threshold", "flagged"), List.of());
        }
        List<List<Object>> rows = new ArrayList<>();
        for (Point point : points) {
            ScoreCounts.Counts at = its.at(point.threshold());
            rows.add(
                    isRoc()
                            ? List.of(point.threshold(), at.foundShare(), at.falseShare())
                            : List.of(point.threshold(), at.flaggedShare()));
        }
        return new DataTable(
                isRoc()
                        ? List.of("threshold", "true positive rate", "false positive rate")
                        : List.of("threshold", "flagged"),
                rows);
    }
}
