package org.sipsleuth.view.flood.threshold;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.sipsleuth.view.ui.chart.ChartColours;

/// With a truth the ROC of a network, its false alarms logarithmic; without one, which share of all
/// windows each threshold flags. The working point is a ring.
public final class ThresholdCurve extends Region {

    private static final double LEFT = 40;
    private static final double FOOT = 32;
    private static final double TOP = 8;
    private static final double RIGHT = 12;
    private static final double HEIGHT = 124;
    private static final double WIDTH = 200;

    /// 0.1 %: what is less lies at the edge.
    private static final double LEAST_DECADE = -3;

    private static final int STEPS = 400;
    private static final Font FONT = Font.font(10);

    private final Canvas canvas = new Canvas();
    private final ChartColours colours;
    private Optional<ScoredWindows> shown = Optional.empty();
    private double threshold = 1;

    /// A place of the picture, both 0 to 1.
    private record Point(double x, double y) {}

    /// @param colours of the lines
    public ThresholdCurve(ChartColours colours) {
        this.colours = colours;
        getStyleClass().add("flood-curve");
        getChildren().add(canvas);
        setPrefSize(WIDTH, HEIGHT);
        setMinSize(WIDTH, HEIGHT);
    }

    /// Shows the windows of a server at a threshold.
    public void show(Optional<ScoredWindows> windows, double at) {
        shown = windows.filter(its -> its.at(0).scored() > 0);
        threshold = at;
        setVisible(shown.isPresent());
        setManaged(shown.isPresent());
        setAccessibleText(
                shown.map(its -> text(isRoc(its) ? "floods.curve.roc" : "floods.curve.share"))
                        .orElse(""));
        requestLayout();
    }

    private static boolean isRoc(ScoredWindows windows) {
        ScoredWindows.Counts counts = windows.at(0);
        return windows.hasTruth() && counts.malicious() > 0 && counts.malicious() < counts.scored();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.max(WIDTH, Math.floor(getWidth())));
        canvas.setHeight(Math.max(HEIGHT, Math.floor(getHeight())));
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        shown.ifPresent(its -> paint(graphics, its));
    }

    private double x(double share) {
        return LEFT + share * (canvas.getWidth() - LEFT - RIGHT);
    }

    private double y(double share) {
        return TOP + (1 - share) * (canvas.getHeight() - TOP - FOOT);
    }

    private void paint(GraphicsContext graphics, ScoredWindows its) {
        boolean isRoc = isRoc(its);
        axes(graphics, isRoc);
        graphics.setStroke(colours.fx("flood-invites"));
        graphics.setLineWidth(1.5);
        graphics.beginPath();
        boolean isFirst = true;
        for (Point point : points(its, isRoc)) {
            if (isFirst) {
                graphics.moveTo(x(point.x()), y(point.y()));
            } else {
                graphics.lineTo(x(point.x()), y(point.y()));
            }
            isFirst = false;
        }
        graphics.stroke();
        Point now = point(its, threshold, isRoc);
        graphics.setLineWidth(1);
        graphics.setStroke(colours.fx(ChartColours.TEXT));
        graphics.setLineDashes(1, 3);
        graphics.strokeLine(x(now.x()), y(0), x(now.x()), y(now.y()));
        graphics.setLineDashes();
        graphics.setFill(colours.fx(ChartColours.GROUND));
        graphics.fillOval(x(now.x()) - 4, y(now.y()) - 4, 8, 8);
        graphics.setStroke(colours.fx("flood-letters"));
        graphics.setLineWidth(2);
        graphics.strokeOval(x(now.x()) - 4, y(now.y()) - 4, 8, 8);
    }

    private static List<Point> points(ScoredWindows its, boolean isRoc) {
        List<Point> points = new ArrayList<>();
        if (isRoc) {
            points.add(new Point(0, 0));
            for (int step = 0; step <= STEPS; step++) {
                points.add(point(its, its.quantile((double) step / STEPS), true));
            }
            points.add(new Point(1, 1));
        } else {
            for (int step = 0; step <= STEPS; step++) {
                points.add(point(its, (double) step / STEPS, false));
            }
        }
        return points;
    }

    private static Point point(ScoredWindows its, double threshold, boolean isRoc) {
        ScoredWindows.Counts counts = its.at(threshold);
        return isRoc
                ? new Point(decades(counts.falseShare()), counts.foundShare())
                : new Point(threshold, (double) counts.flagged() / Math.max(1, counts.scored()));
    }

    private static double decades(double share) {
        return share <= 0
                ? 0
                : Math.clamp((Math.log10(share) - LEAST_DECADE) / -LEAST_DECADE, 0, 1);
    }

    private void axes(GraphicsContext graphics, boolean isRoc) {
        graphics.setFont(FONT);
        graphics.setLineWidth(1);
        graphics.setTextBaseline(VPos.CENTER);
        for (int share = 0; share <= 100; share += 50) {
            double y = Math.floor(y(share / 100.0)) + 0.5;
            graphics.setStroke(colours.fx(ChartColours.GRID));
            graphics.strokeLine(x(0), y, x(1), y);
            graphics.setFill(colours.fx(ChartColours.TEXT));
            graphics.setTextAlign(TextAlignment.RIGHT);
            graphics.fillText(share + " %", LEFT - 6, y);
        }
        graphics.setTextAlign(TextAlignment.CENTER);
        double foot = y(0) + 10;
        if (isRoc) {
            for (int decade = 0; decade <= 3; decade++) {
                double share = 100 * Math.pow(10, LEAST_DECADE + decade);
                graphics.fillText(
                        String.format(Locale.ROOT, share < 1 ? "%.1f %%" : "%.0f %%", share),
                        Math.min(x(decade / 3.0), canvas.getWidth() - 16),
                        foot);
            }
        } else {
            for (int part = 0; part <= 4; part++) {
                graphics.fillText(
                        String.format(Locale.ROOT, "%.2f", part / 4.0),
                        Math.min(x(part / 4.0), canvas.getWidth() - 12),
                        foot);
            }
        }
        graphics.fillText(
                text(isRoc ? "floods.curve.roc" : "floods.curve.share"),
                x(0.5),
                foot + 14,
                x(1) - x(0) + RIGHT + LEFT - 4);
    }
}
