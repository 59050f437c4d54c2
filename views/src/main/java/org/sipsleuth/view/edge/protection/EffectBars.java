package org.sipsleuth.view.edge.protection;

import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.sipsleuth.edge.traffic.MessageClass;
import org.sipsleuth.view.edge.run.Effect;
import org.sipsleuth.view.edge.text.EdgeColours;
import org.sipsleuth.view.ui.chart.ChartColours;

/// What a protection does alone, on two lines from 0 to 100 %: calls completed, and below it the
/// attack that passes. Hollow: without it; diamond: with it.
final class EffectBars extends Region {

    private static final double WIDTH = 112;
    private static final double HEIGHT = 30;
    private static final double INSET = 6;
    private static final double RING = 3;
    private static final double DIAMOND = 4.5;

    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
    private final ChartColours colours;
    private Optional<Effect> effect = Optional.empty();
    private boolean hasAttack;

    EffectBars(ChartColours colours) {
        this.colours = colours;
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        getChildren().add(canvas);
    }

    /// Shows an effect, or nothing.
    void show(Optional<Effect> shown, boolean isOnAttack) {
        effect = shown;
        hasAttack = isOnAttack;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, WIDTH, HEIGHT);
        effect.ifPresent(effect -> {
            double y = hasAttack ? 9 : HEIGHT / 2;
            line(graphics, y, effect.callsWithout().share(), effect.calls().share(), MessageClass.LEGITIMATE);
            if (hasAttack) {
                line(graphics, 21, effect.attackWithout().share(), effect.attack().share(), MessageClass.ATTACK);
            }
        });
    }

    private static double x(double share) {
        return INSET + share * (WIDTH - 2 * INSET);
    }

    private void line(GraphicsContext graphics, double y, double without, double with, MessageClass its) {
        double at = Math.floor(y) + 0.5;
        graphics.setLineWidth(1);
        graphics.setStroke(colours.fx(ChartColours.GRID));
        graphics.strokeLine(INSET, at, WIDTH - INSET, at);
        Color colour = EdgeColours.of(colours, its);
        graphics.setStroke(colour);
        graphics.setLineWidth(2.5);
        graphics.strokeLine(x(without), at, x(with), at);
        graphics.setLineWidth(1.2);
        graphics.setFill(colours.fx(ChartColours.GROUND));
        graphics.fillOval(x(without) - RING, at - RING, 2 * RING, 2 * RING);
        graphics.setStroke(colours.fx(EdgeColours.LETTERS));
        graphics.strokeOval(x(without) - RING, at - RING, 2 * RING, 2 * RING);
        graphics.setFill(colour);
        double x = x(with);
        graphics.fillPolygon(new double[]{x - DIAMOND, x, x + DIAMOND, x},
                new double[]{at, at - DIAMOND, at, at + DIAMOND}, 4);
    }
}
