package org.sipsleuth.view.social.behaviour;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.sipsleuth.social.cluster.ClusterChoice;
import org.sipsleuth.social.cluster.ClusterCriterion;
import org.sipsleuth.view.ui.chart.ChartColours;
import org.sipsleuth.view.ui.chart.DataTable;

/// What six criteria say about each number of clusters; a ring is what one alone would choose, the
/// dashed line what is chosen. Used on the JavaFX thread.
final class CurvesPane extends Region {

    private static final int COLUMNS = 3;
    private static final double LEFT = 42;
    private static final double RIGHT = 8;
    private static final double TOP = 18;
    private static final double FOOT = 16;
    private static final Font FONT = Font.font(10.5);

    private final Canvas canvas = new Canvas();
    private final ChartColours colours = new ChartColours(this::requestLayout);
    private Optional<ClusterChoice> shown = Optional.empty();
    private int chosen = 1;

    CurvesPane() {
        setId("social-curves");
        setMinSize(200, 90);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().setAll(colours.samples(), canvas);
    }

    void show(Optional<ClusterChoice> choice) {
        shown = choice;
        setAccessibleText(choice.map(CurvesPane::words).orElse(""));
        requestLayout();
    }

    /// What each criterion would choose, in words.
    static String words(ClusterChoice choice) {
        List<String> all = new ArrayList<>();
        for (ClusterCriterion criterion : ClusterCriterion.values()) {
            all.add(name(criterion) + " " + best(choice, criterion));
        }
        return String.join(", ", all);
    }

    static String name(ClusterCriterion criterion) {
        return text("social.criterion." + criterion.name());
    }

    private static String best(ClusterChoice choice, ClusterCriterion criterion) {
        OptionalInt best = choice.best(criterion);
        return best.isPresent() ? Integer.toString(best.getAsInt()) : text("social.criterion.none");
    }

    void choose(int clusters) {
        chosen = clusters;
        requestLayout();
    }

    ChartColours colours() {
        return colours;
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.floor(getWidth()));
        canvas.setHeight(Math.floor(getHeight()));
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        graphics.setFont(FONT);
        graphics.setTextBaseline(VPos.CENTER);
        shown.ifPresent(choice -> {
            ClusterCriterion[] all = ClusterCriterion.values();
            double width = canvas.getWidth() / COLUMNS;
            double height = canvas.getHeight() / Math.ceilDiv(all.length, COLUMNS);
            int place = 0;
            for (ClusterCriterion criterion : all) {
                graphics.save();
                graphics.translate(place % COLUMNS * width, Math.floorDiv(place, COLUMNS) * height);
                draw(graphics, choice, criterion, width - 12, height - 6);
                graphics.restore();
                place++;
            }
        });
    }

    private void draw(GraphicsContext graphics, ClusterChoice choice, ClusterCriterion criterion, double width,
            double height) {
        int most = choice.most();
        double[] known = IntStream.rangeClosed(1, most)
                .mapToDouble(k -> choice.value(criterion, k).orElse(Double.NaN))
                .filter(value -> !Double.isNaN(value))
                .toArray();
        graphics.setFill(colours.fx(ChartColours.TEXT));
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.fillText(text("social.criterion.best", name(criterion), best(choice, criterion)), 6, 8, width - 6);
        if (known.length == 0 || height < TOP + FOOT + 10) {
            return;
        }
        double low = IntStream.range(0, known.length).mapToDouble(i -> known[i]).min().orElse(0);
        double high = IntStream.range(0, known.length).mapToDouble(i -> known[i]).max().orElse(1);
        double span = Math.max(1e-12, high - low);
        double step = (width - LEFT - RIGHT) / Math.max(1, most - 1);
        double room = height - TOP - FOOT;
        double left = LEFT + (chosen - 1) * step;
        graphics.setStroke(colours.fx(ChartColours.GRID));
        graphics.setLineWidth(1);
        graphics.strokeLine(LEFT, height - FOOT + 0.5, width - RIGHT, height - FOOT + 0.5);
        if (chosen <= most) {
            graphics.setStroke(colours.fx(ChartColours.TEXT));
            graphics.setLineDashes(3, 3);
            graphics.strokeLine(left, TOP, left, height - FOOT);
            graphics.setLineDashes();
        }
        graphics.setStroke(colours.fx(ChartColours.LINE));
        graphics.setFill(colours.fx(ChartColours.LINE));
        graphics.setLineWidth(1.4);
        double beforeX = Double.NaN;
        double beforeY = Double.NaN;
        for (int k = 1; k <= most; k++) {
            double value = choice.value(criterion, k).orElse(Double.NaN);
            double x = LEFT + (k - 1) * step;
            double y = TOP + room * (1 - (value - low) / span);
            if (!Double.isNaN(value)) {
                if (!Double.isNaN(beforeY)) {
                    graphics.strokeLine(beforeX, beforeY, x, y);
                }
                graphics.fillOval(x - 1.8, y - 1.8, 3.6, 3.6);
                if (choice.best(criterion).orElse(0) == k) {
                    graphics.strokeOval(x - 4.5, y - 4.5, 9, 9);
                }
            }
            beforeX = x;
            beforeY = y;
        }
        graphics.setFill(colours.fx(ChartColours.TEXT));
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.fillText("1", LEFT, height - 7);
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.fillText(text("social.criterion.axis", most), width - RIGHT, height - 7);
        graphics.fillText(number(high), LEFT - 4, TOP + 3, LEFT - 4);
        graphics.fillText(number(low), LEFT - 4, height - FOOT - 3, LEFT - 4);
    }

    private static String number(double value) {
        return Math.abs(value) >= 100 ? String.format(Locale.ENGLISH, "%,.0f", value)
                : String.format(Locale.ENGLISH, "%.2f", value);
    }

    /// What is drawn.
    DataTable data() {
        List<List<Object>> rows = new ArrayList<>();
        shown.ifPresent(choice -> {
            for (int k = 1; k <= choice.most(); k++) {
                List<Object> row = new ArrayList<>();
                row.add(k);
                for (ClusterCriterion criterion : ClusterCriterion.values()) {
                    row.add(choice.value(criterion, k).orElse(Double.NaN));
                }
                rows.add(row);
            }
        });
        List<String> columns = new ArrayList<>(List.of("clusters"));
        for (ClusterCriterion criterion : ClusterCriterion.values()) {
            columns.add(criterion.name().toLowerCase(Locale.ROOT));
        }
        return new DataTable(columns, rows);
    }
}
