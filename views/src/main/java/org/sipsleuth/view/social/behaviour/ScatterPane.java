package org.sipsleuth.view.social.behaviour;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.sipsleuth.social.detection.SocialMethod;
import org.sipsleuth.view.social.behaviour.Behaviour.Axis;
import org.sipsleuth.view.social.graph.GraphPane;
import org.sipsleuth.view.ui.chart.ChartColours;
import org.sipsleuth.view.ui.chart.DataTable;

/// Users as points: two principal components, or any two features. Colour and shape are those of
/// the graph. Used on the JavaFX thread.
final class ScatterPane extends Region {

    private static final double LEFT = 46;
    private static final double RIGHT = 12;
    private static final double TOP = 10;
    private static final double FOOT = 34;
    private static final double NEAR = 9;
    private static final double MARK = 4.5;
    private static final double ROOM_FOR_WORDS = 260;
    private static final int STEPS = 4;
    private static final double MARGIN = 0.06;
    private static final Font FONT = Font.font(11);

    private final Canvas canvas = new Canvas();
    private final ChartColours colours = new ChartColours(this::requestLayout);
    private final Tooltip tooltip = new Tooltip();
    private Optional<Behaviour> shown = Optional.empty();
    private Set<String> flagged = Set.of();
    private UnaryOperator<String> incidents = _ -> "";
    private String chosen = "";
    private Axis across = new Axis.Component(0);
    private Axis up = new Axis.Component(1);
    private Range x = new Range(0, 1);
    private Range y = new Range(0, 1);

    /// What an axis spans.
    private record Range(double from, double to) {

        static Range of(Behaviour its, Axis axis) {
            double[] values =
                    IntStream.range(0, its.points().size()).mapToDouble(i -> its.value(i, axis)).sorted().toArray();
            double from = values[0];
            double to = values[values.length - 1];
            double room = Math.max(0.5, (to - from) * MARGIN);
            return new Range(from - room, to + room);
        }

        double share(double value) {
            return (value - from) / (to - from);
        }
    }

    /// @param choose hears the name of the user that is clicked on
    ScatterPane(Consumer<String> choose) {
        setId("social-scatter");
        setMinSize(160, 90);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(text("social.scatter"));
        getChildren().setAll(colours.samples(), canvas);
        addEventHandler(MouseEvent.MOUSE_CLICKED,
                event -> nearest(event).ifPresent(point -> choose.accept(name(point))));
        addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
    }

    private String name(int point) {
        return shown.orElseThrow().points().get(point).name();
    }

    private void hover(MouseEvent event) {
        Tooltip.uninstall(this, tooltip);
        nearest(event).ifPresent(point -> {
            Behaviour its = shown.orElseThrow();
            String incident = incidents.apply(name(point));
            tooltip.setText(text("social.scatter.tip", name(point), number(its.value(point, across)),
                    number(its.value(point, up))) + (incident.isEmpty() ? "" : "\n" + incident));
            Tooltip.install(this, tooltip);
        });
    }

    private Optional<Integer> nearest(MouseEvent event) {
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        Behaviour its = shown.get();
        ToDoubleFunction<Integer> distance =
                i -> Math.hypot(placeX(its, i) - event.getX(), placeY(its, i) - event.getY());
        return IntStream.range(0, its.points().size())
                .boxed()
                .filter(i -> distance.applyAsDouble(i) < NEAR)
                .min((a, b) -> Double.compare(distance.applyAsDouble(a), distance.applyAsDouble(b)));
    }

    private double placeX(Behaviour its, int point) {
        return LEFT + x.share(its.value(point, across)) * (canvas.getWidth() - LEFT - RIGHT);
    }

    private double placeY(Behaviour its, int point) {
        return TOP + (1 - y.share(its.value(point, up))) * (canvas.getHeight() - TOP - FOOT);
    }

    void show(Optional<Behaviour> its) {
        shown = its;
        rescale();
    }

    void flag(Set<String> names) {
        flagged = Set.copyOf(names);
        requestLayout();
    }

    void involve(UnaryOperator<String> titles) {
        incidents = titles;
        requestLayout();
    }

    void choose(String name) {
        chosen = name;
        requestLayout();
    }

    void setAxes(Axis toTheRight, Axis upwards) {
        across = toTheRight;
        up = upwards;
        rescale();
    }

    private void rescale() {
        shown.ifPresent(behaviour -> {
            x = Range.of(behaviour, across);
            y = Range.of(behaviour, up);
        });
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
        shown.ifPresent(behaviour -> draw(graphics, behaviour));
    }

    private void draw(GraphicsContext graphics, Behaviour its) {
        axes(graphics, its);
        for (boolean isOnTop : new boolean[]{false, true}) {
            for (int i = 0; i < its.points().size(); i++) {
                Behaviour.Point point = its.points().get(i);
                boolean isRinged = flagged.contains(point.name()) || point.name().equals(chosen)
                        || !incidents.apply(point.name()).isEmpty();
                if (isRinged == isOnTop) {
                    mark(graphics, point, placeX(its, i), placeY(its, i));
                }
            }
        }
    }

    private void mark(GraphicsContext graphics, Behaviour.Point point, double left, double top) {
        if (!incidents.apply(point.name()).isEmpty()) {
            GraphPane.frame(graphics, colours, left, top, MARK + 5);
        }
        graphics.setFill(colours.fx(GraphPane.clusterStyle(point.cluster())));
        GraphPane.mark(graphics, point.role(), left, top, MARK);
        graphics.setLineWidth(2);
        if (flagged.contains(point.name())) {
            graphics.setStroke(colours.fx("social-flag"));
            graphics.strokeOval(left - 8, top - 8, 16, 16);
        }
        if (point.name().equals(chosen)) {
            graphics.setStroke(colours.fx("social-chosen"));
            graphics.strokeOval(left - 11, top - 11, 22, 22);
        }
    }

    private void axes(GraphicsContext graphics, Behaviour its) {
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        Color letters = colours.fx(ChartColours.TEXT);
        graphics.setFont(FONT);
        graphics.setLineWidth(1);
        graphics.setTextBaseline(VPos.CENTER);
        for (int i = 0; i <= STEPS; i++) {
            double share = i / (double) STEPS;
            double left = Math.round(LEFT + share * (width - LEFT - RIGHT)) + 0.5;
            double top = Math.round(TOP + (1 - share) * (height - TOP - FOOT)) + 0.5;
            graphics.setStroke(colours.fx(ChartColours.GRID));
            graphics.strokeLine(left, TOP, left, height - FOOT);
            graphics.strokeLine(LEFT, top, width - RIGHT, top);
            graphics.setFill(letters);
            graphics.setTextAlign(i == STEPS ? TextAlignment.RIGHT : TextAlignment.CENTER);
            graphics.fillText(number(x.from() + share * (x.to() - x.from())), left, height - 24);
            graphics.setTextAlign(TextAlignment.RIGHT);
            graphics.fillText(number(y.from() + share * (y.to() - y.from())), LEFT - 5, top);
        }
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.fillText(title(its, across), (LEFT + width - RIGHT) / 2, height - 8);
        graphics.save();
        graphics.translate(10, (TOP + height - FOOT) / 2);
        graphics.rotate(-90);
        double room = height - TOP - FOOT;
        graphics.fillText(room < ROOM_FOR_WORDS ? shortTitle(up) : title(its, up), 0, 0, room);
        graphics.restore();
    }

    private static String title(Behaviour its, Axis axis) {
        return switch (axis) {
            case Axis.Component(int number) -> text("social.scatter.component", number + 1,
                    Math.round(100 * its.share(number)), word(new Axis.Of(its.main(number))));
            case Axis.Of of -> text("social.scatter.feature", word(of));
        };
    }

    private static String shortTitle(Axis axis) {
        return switch (axis) {
            case Axis.Component(int number) -> text("social.scatter.short", number + 1);
            case Axis.Of of -> word(of);
        };
    }

    private static String word(Axis.Of of) {
        return SocialMethod.TEXTS.text("feature." + of.feature().name());
    }

    private static String number(double value) {
        return String.format(Locale.ENGLISH, "%.1f", value);
    }

    /// What is drawn.
    DataTable data() {
        List<List<Object>> rows = new ArrayList<>();
        shown.ifPresent(behaviour -> {
            for (int i = 0; i < behaviour.points().size(); i++) {
                Behaviour.Point point = behaviour.points().get(i);
                List<Object> row = new ArrayList<>();
                row.add(point.name());
                row.add(Character.toString('A' + point.cluster()));
                row.add(behaviour.value(i, new Axis.Component(0)));
                row.add(behaviour.value(i, new Axis.Component(1)));
                for (double value : behaviour.scaled().get(i)) {
                    row.add(value);
                }
                rows.add(row);
            }
        });
        List<String> columns = new ArrayList<>(List.of("user", "cluster", "pc_1", "pc_2"));
        shown.ifPresent(
                behaviour -> behaviour.features().forEach(each -> columns.add(each.name().toLowerCase(Locale.ROOT))));
        return new DataTable(columns, rows);
    }
}
