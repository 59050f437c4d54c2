package org.sipsleuth.view.social.flag;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.sipsleuth.social.detection.SocialComparison;
import org.sipsleuth.view.ui.chart.ChartColours;
import org.sipsleuth.view.ui.chart.DataTable;

/// The lowest p-values, sorted, on a logarithmic scale, and the line that they must reach to be
/// flagged (Benjamini and Hochberg). Used on the JavaFX thread.
final class PValueChart extends Region {

    private static final int MOST_SHOWN = 40;
    private static final double LEFT = 46;
    private static final double RIGHT = 10;
    private static final double TOP = 10;
    private static final double FOOT = 32;
    private static final double POINT = 3;
    private static final double HALF_DECADE = 0.5;
    private static final Font FONT = Font.font(10.5);

    private final Canvas canvas = new Canvas();
    private final ChartColours colours = new ChartColours(this::requestLayout);
    private Optional<SocialComparison> shown = Optional.empty();
    private String chosen = "";

    PValueChart() {
        setId("social-p-values");
        setMinSize(220, 120);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().setAll(colours.samples(), canvas);
    }

    void show(Optional<SocialComparison> comparison) {
        shown = comparison;
        requestLayout();
    }

    void describe(String words) {
        setAccessibleText(words);
    }

    void choose(String name) {
        chosen = name;
        requestLayout();
    }

    ChartColours colours() {
        return colours;
    }

    private static int count(SocialComparison all) {
        return Math.min(all.users().size(), Math.max(MOST_SHOWN, 2 * all.flags().flagged()));
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.floor(getWidth()));
        canvas.setHeight(Math.floor(getHeight()));
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        graphics.setFont(FONT);
        graphics.setTextBaseline(VPos.CENTER);
        shown.filter(all -> !all.users().isEmpty()).ifPresent(all -> draw(graphics, all));
    }

    private void draw(GraphicsContext graphics, SocialComparison all) {
        int count = count(all);
        double lowest = Math.log10(Math.min(all.users().getFirst().p().value(), all.mostP(1))) - HALF_DECADE;
        double width = canvas.getWidth() - LEFT - RIGHT;
        double height = canvas.getHeight() - TOP - FOOT;
        graphics.setTextAlign(TextAlignment.RIGHT);
        for (int decade = 0; decade >= lowest; decade--) {
            double y = Math.floor(TOP + height * decade / lowest) + 0.5;
            graphics.setStroke(colours.fx(ChartColours.GRID));
            graphics.setLineWidth(1);
            graphics.strokeLine(LEFT, y, LEFT + width, y);
            graphics.setFill(colours.fx(ChartColours.TEXT));
            graphics.fillText(decade(decade), LEFT - 6, y);
        }
        double step = width / count;
        double[] xs = new double[count];
        double[] ys = new double[count];
        for (int i = 0; i < count; i++) {
            xs[i] = LEFT + (i + HALF_DECADE) * step;
            ys[i] = TOP + height * Math.min(1, Math.log10(all.mostP(i + 1)) / lowest);
        }
        graphics.setStroke(colours.fx(ChartColours.TEXT));
        graphics.setLineWidth(1.3);
        graphics.setLineDashes(4, 3);
        graphics.strokePolyline(xs, ys, count);
        graphics.setLineDashes();
        for (int i = 0; i < count; i++) {
            SocialComparison.User user = all.users().get(i);
            double y = TOP + height * Math.log10(user.p().value()) / lowest;
            graphics.setFill(colours.fx(all.isFlagged(user) ? "social-flag" : ChartColours.LINE));
            graphics.fillOval(xs[i] - POINT, y - POINT, 2 * POINT, 2 * POINT);
            if (user.name().equals(chosen)) {
                graphics.setStroke(colours.fx("social-chosen"));
                graphics.setLineWidth(2);
                graphics.strokeOval(xs[i] - 2 * POINT, y - 2 * POINT, 4 * POINT, 4 * POINT);
            }
        }
        axis(graphics, count, width);
    }

    private void axis(GraphicsContext graphics, int count, double width) {
        double foot = canvas.getHeight() - FOOT;
        graphics.setFill(colours.fx(ChartColours.TEXT));
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.fillText("1", LEFT, foot + 8);
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.fillText(Integer.toString(count), LEFT + width, foot + 8);
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.fillText(text("social.p.axis"), LEFT + width / 2, foot + 22);
    }

    private static String decade(int power) {
        return power >= -5 ? String.format(Locale.ENGLISH, "%." + -power + "f", Math.pow(10, power)) : "1e" + power;
    }

    /// What is drawn, and all other users.
    DataTable data() {
        List<List<Object>> rows = new ArrayList<>();
        shown.ifPresent(all -> {
            for (int i = 0; i < all.users().size(); i++) {
                SocialComparison.User user = all.users().get(i);
                rows.add(List.of(i + 1, user.name(), user.made(), user.received(), user.p().value(), all.mostP(i + 1),
                        user.border(), user.threshold(), all.isFlagged(user)));
            }
        });
        return new DataTable(List.of("rank", "user", "calls_made_a_day", "calls_received_a_day", "p", "limit", "svm",
                "svm_limit", "flagged"), rows);
    }
}
