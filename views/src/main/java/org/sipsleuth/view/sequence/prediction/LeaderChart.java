package org.sipsleuth.view.sequence.prediction;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.VLineTo;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.alignment.DifferenceText;
import org.sipsleuth.finding.NetworkMark;
import org.sipsleuth.view.sequence.prediction.course.ChartRange;
import org.sipsleuth.view.sequence.prediction.course.Course;
import org.sipsleuth.view.sequence.prediction.course.LeaderLine;
import org.sipsleuth.view.sequence.prediction.course.Leaders;
import org.sipsleuth.view.sequence.prediction.course.Moment;
import org.sipsleuth.view.ui.NetworkStyle;
import org.sipsleuth.view.ui.Texts;

/// How probable the leading known dialogs were after each message: a line each, in the colour of
/// its bar, below the signs of what the network says. A click goes to the message, the wheel zooms,
/// a double click shows all.
final class LeaderChart extends Pane {

    private static final double HEIGHT = 126;
    private static final double LEFT = 30;
    private static final double RIGHT = 10;
    private static final double TOP = 18;
    private static final double SIGN = 6;
    private static final double SIGN_TOP = 4;
    private static final double BOTTOM = 18;
    private static final double[] GRID = {0, 0.5, 1};
    private static final String[] GRID_WORDS = {"0", ".5", "1"};

    private final List<Line> grid = new ArrayList<>();
    private final List<Text> gridWords = new ArrayList<>();
    private final List<Polyline> lines = new ArrayList<>();
    private final Map<NetworkMark, Path> signs = new EnumMap<>(NetworkMark.class);
    private final Line cursor = new Line();
    private final Text first = new Text();
    private final Text last = new Text();
    private final Text axis = new Text(Texts.text("sequence.prediction.chart.axis"));
    private final Text height = new Text(Texts.text("sequence.prediction.chart.height"));
    private final Tooltip tip = new Tooltip();
    private @Nullable Moment moment;
    private @Nullable Drawn drawn;
    private ChartRange range = ChartRange.all(1);

    /// What the lines were drawn of: they are left alone while the dialog is only stepped through.
    private record Drawn(Course course, ChartRange range, double width) {}

    /// @param goTo makes the k-th message the current one
    LeaderChart(IntConsumer goTo) {
        getStyleClass().add("leader-chart");
        setId("prediction-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        for (String word : GRID_WORDS) {
            Line line = new Line();
            line.getStyleClass().add("leader-grid");
            grid.add(line);
            gridWords.add(label(new Text(word)));
        }
        for (int i = 0; i < Leaders.MOST; i++) {
            Polyline line = new Polyline();
            line.getStyleClass().setAll("leader-line", "leader-" + i);
            lines.add(line);
        }
        for (NetworkMark mark : NetworkMark.values()) {
            Path path = new Path();
            path.setFillRule(FillRule.EVEN_ODD);
            path.getStyleClass().setAll("network-sign", NetworkStyle.styleClass(mark));
            signs.put(mark, path);
        }
        cursor.getStyleClass().add("leader-cursor");
        getChildren().addAll(grid);
        getChildren().addAll(gridWords);
        getChildren().add(cursor);
        getChildren().addAll(lines);
        getChildren().addAll(signs.values());
        getChildren().addAll(List.of(label(first), label(last), label(axis), label(height)));
        getChildren().forEach(node -> node.setMouseTransparent(true));
        getChildren().forEach(node -> node.setManaged(false));
        addEventHandler(MouseEvent.MOUSE_MOVED, this::pointed);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> pressed(event, goTo));
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        Tooltip.install(this, tip);
    }

    private static Text label(Text text) {
        text.getStyleClass().add("leader-label");
        text.setTextOrigin(VPos.TOP);
        return text;
    }

    void show(Moment now) {
        Moment before = moment;
        boolean isOther = before == null || before.course().messages().dialog() != now.course().messages().dialog()
                || !before.course().model().equals(now.course().model());
        int all = now.course().messages().size();
        boolean wasAll = before != null && range.equals(ChartRange.all(steps(before)));
        moment = now;
        range = isOther || wasAll ? ChartRange.all(all) : range.showing(now.place(), all);
        setAccessibleText(Texts.text("sequence.prediction.chart.accessible") + ". " + words(now, now.place()));
        requestLayout();
    }

    private static int steps(Moment of) {
        return of.course().messages().size();
    }

    @Override
    protected void layoutChildren() {
        Moment now = moment;
        double wide = getWidth() - LEFT - RIGHT;
        if (now == null || wide <= 0) {
            return;
        }
        double tall = HEIGHT - TOP - BOTTOM;
        double x = Math.floor(LEFT + range.place(now.place()) * wide) + 0.5;
        place(cursor, x, TOP, x, TOP + tall);
        Drawn wanted = new Drawn(now.course(), range, wide);
        if (!wanted.equals(drawn)) {
            drawn = wanted;
            drawAll(now, wide, tall);
        }
    }

    private void drawAll(Moment now, double wide, double tall) {
        for (int i = 0; i < GRID.length; i++) {
            double y = Math.floor(TOP + (1 - GRID[i]) * tall) + 0.5;
            place(grid.get(i), LEFT, y, LEFT + wide, y);
            Text word = gridWords.get(i);
            double width = word.getLayoutBounds().getWidth();
            word.relocate(LEFT - 5 - width, y - word.getLayoutBounds().getHeight() / 2);
        }
        for (int i = 0; i < lines.size(); i++) {
            draw(lines.get(i), now.course(), i, wide, tall);
        }
        drawSigns(now.course(), wide);
        words(wide, tall);
    }

    /// The signs of what the network says after each message: as many as have room.
    private void drawSigns(Course course, double wide) {
        signs.values().forEach(path -> path.getElements().clear());
        int end = Math.min(range.to(), course.steps().size());
        int every = (int) Math.ceil(range.steps() * (SIGN + 2) / wide);
        for (int step = range.from(); step <= end; step += Math.max(1, every)) {
            double left = Math.round(LEFT + range.place(step) * wide - SIGN / 2) + 0.5;
            NetworkMark mark = course.model().thresholds().byMoments(course.steps().get(step - 1).score());
            Path path = Objects.requireNonNull(signs.get(mark));
            square(path, left, SIGN);
            if (mark == NetworkMark.BETWEEN) {
                square(path, left + SIGN / 2, SIGN / 2); // not filled: even-odd
            }
        }
    }

    private static void square(Path path, double left, double width) {
        path.getElements()
                .addAll(new MoveTo(left, SIGN_TOP), new HLineTo(left + width), new VLineTo(SIGN_TOP + SIGN),
                        new HLineTo(left), new ClosePath());
    }

    private void words(double wide, double tall) {
        double below = TOP + tall + 3;
        first.setText(Integer.toString(range.from()));
        first.relocate(LEFT, below);
        last.setText(range.steps() == 1 ? "" : Integer.toString(range.to()));
        last.relocate(LEFT + wide - last.getLayoutBounds().getWidth(), below);
        axis.setTextAlignment(TextAlignment.CENTER);
        axis.relocate(LEFT + (wide - axis.getLayoutBounds().getWidth()) / 2, below);
        height.setRotate(-90);
        double across = height.getLayoutBounds().getWidth();
        double high = height.getLayoutBounds().getHeight();
        height.relocate(high / 2 - across / 2 - 3, TOP + (tall - high) / 2);
    }

    private static void place(Line line, double fromX, double fromY, double toX, double toY) {
        line.setStartX(fromX);
        line.setStartY(fromY);
        line.setEndX(toX);
        line.setEndY(toY);
    }

    private void draw(Polyline line, Course course, int place, double wide, double tall) {
        List<Integer> leaders = course.leaders().known();
        if (place >= leaders.size()) {
            line.getPoints().clear();
            return;
        }
        List<LeaderLine.Point> points = LeaderLine.of(course, leaders.get(place), range, (int) Math.max(1, wide));
        Double[] all = new Double[2 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            all[2 * i] = LEFT + range.place(points.get(i).step()) * wide;
            all[2 * i + 1] = TOP + (1 - points.get(i).probability()) * tall;
        }
        line.getPoints().setAll(all);
    }

    private int stepAt(double x) {
        return range.step((x - LEFT) / Math.max(1, getWidth() - LEFT - RIGHT));
    }

    private void pointed(MouseEvent event) {
        Moment now = moment;
        if (now != null) {
            tip.setText(words(now, stepAt(event.getX())));
        }
    }

    private void pressed(MouseEvent event, IntConsumer goTo) {
        Moment now = moment;
        if (now == null || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (event.getClickCount() == 2) {
            range = ChartRange.all(steps(now));
            requestLayout();
        } else {
            goTo.accept(stepAt(event.getX()));
        }
        event.consume();
    }

    private void scrolled(ScrollEvent event) {
        Moment now = moment;
        if (now != null && event.getDeltaY() != 0 && event.isShortcutDown()) {
            range = range.zoomed(event.getDeltaY() > 0, stepAt(event.getX()), steps(now));
            requestLayout();
            event.consume();
        }
    }

    /// What the chart shows at a step, in words.
    private static String words(Moment now, int step) {
        Course course = now.course();
        if (step > course.steps().size()) {
            return Texts.text("sequence.prediction.working");
        }
        StringBuilder words = new StringBuilder();
        words.append(Texts.text("sequence.prediction.chart.step", step,
                DifferenceText.shown(course.messages().types().get(step - 1))));
        for (int known : course.leaders().known()) {
            double probability = now.probability(known, step);
            words.append('\n')
                    .append(Texts.text("sequence.prediction.chart.leader",
                            SequenceName.at(new Moment(course, step, false), known),
                            LeadingRow.probability(probability)));
        }
        NetworkMark mark = course.model().thresholds().byMoments(course.steps().get(step - 1).score());
        words.append('\n').append(Texts.text("sequence.prediction.chart.network", NetworkStyle.words(mark)));
        return words.toString();
    }
}
