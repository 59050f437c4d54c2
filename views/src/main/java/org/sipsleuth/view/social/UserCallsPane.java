package org.sipsleuth.view.social;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.Arrays;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.sipsleuth.view.ui.UtcTime;
import org.sipsleuth.view.ui.chart.ChartColours;

/// The calls of a user over the time of the capture, as bars; those for which it is flagged have
/// the colour of flags. Used on the JavaFX thread.
final class UserCallsPane extends Region {

    private static final double HEIGHT = 84;
    private static final double LEFT = 30;
    private static final double TOP = 8;
    private static final double FOOT = 18;
    private static final double BAR = 5;
    private static final Font FONT = Font.font(10);

    private final Canvas canvas = new Canvas();
    private final ChartColours colours = new ChartColours(this::requestLayout);
    private long[] starts = {};
    private boolean[] areFlagged = {};
    private long fromNanos;
    private long toNanos;

    UserCallsPane() {
        setId("social-user-calls");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().setAll(colours.samples(), canvas);
    }

    /// Shows calls.
    ///
    /// @param begins when each begins, in ns since the epoch
    /// @param flagged whether each is one for which the user is flagged
    /// @param from when the capture begins
    /// @param to when it ends
    void show(long[] begins, boolean[] flagged, long from, long to) {
        starts = begins.clone();
        areFlagged = flagged.clone();
        fromNanos = from;
        toNanos = Math.max(from + 1, to);
        setAccessibleText(text("social.user.calls", begins.length));
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        canvas.setWidth(width);
        canvas.setHeight(HEIGHT);
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, width, HEIGHT);
        int bins = (int) Math.max(1, (width - LEFT) / BAR);
        int[] all = new int[bins];
        int[] flagged = new int[bins];
        for (int i = 0; i < starts.length; i++) {
            double share = (starts[i] - fromNanos) / (double) (toNanos - fromNanos);
            int bin = (int) Math.clamp(share * bins, 0, bins - 1);
            all[bin]++;
            flagged[bin] += areFlagged[i] ? 1 : 0;
        }
        int most = Math.max(1, Arrays.stream(all).max().orElse(1));
        double room = HEIGHT - TOP - FOOT;
        double base = HEIGHT - FOOT;
        for (int bin = 0; bin < bins; bin++) {
            double tall = room * all[bin] / most;
            double red = room * flagged[bin] / most;
            graphics.setFill(colours.fx("social-cluster-0"));
            graphics.fillRect(LEFT + bin * BAR, base - tall, BAR - 1, tall - red);
            graphics.setFill(colours.fx("social-flag"));
            graphics.fillRect(LEFT + bin * BAR, base - red, BAR - 1, red);
        }
        graphics.setStroke(colours.fx(ChartColours.TEXT).deriveColor(0, 1, 1, 0.4));
        graphics.setLineWidth(1);
        graphics.strokeLine(LEFT, base + 0.5, LEFT + bins * BAR, base + 0.5);
        graphics.setFill(colours.fx(ChartColours.TEXT));
        graphics.setFont(FONT);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.fillText(Integer.toString(most), LEFT - 4, TOP);
        graphics.fillText("0", LEFT - 4, base);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.fillText(UtcTime.dateAndSecond(fromNanos), LEFT, HEIGHT - 7);
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.fillText(UtcTime.dateAndSecond(toNanos), LEFT + bins * BAR, HEIGHT - 7);
    }
}
