package org.sipsleuth.view.edge.advice;

import static org.sipsleuth.view.edge.text.EdgeText.percent;
import static org.sipsleuth.view.edge.text.EdgeText.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.edge.advice.Advice;
import org.sipsleuth.edge.advice.Candidate;
import org.sipsleuth.view.edge.text.ClassWords;
import org.sipsleuth.view.edge.text.EdgeColours;
import org.sipsleuth.view.edge.text.EdgeText;
import org.sipsleuth.view.ui.TextWidths;
import org.sipsleuth.view.ui.chart.ChartColours;
import org.sipsleuth.view.ui.chart.DataTable;

/// All combinations of protections: what each loses, and what it stops. The frontier is a line; a
/// click on a combination switches it on, as do arrow keys and Enter along the frontier.
public final class CombinationScatter extends Region {

    private static final double LEFT = 54;
    private static final double RIGHT = 14;
    private static final double TOP = 10;
    private static final double FOOT = 32;
    private static final double HEIGHT = 148;
    private static final double LEAST_WIDTH = 200;
    private static final double NEAR = 9;
    private static final double POINT = 2.2;
    private static final double DOT = 3.2;
    private static final double RING = 6.5;
    private static final double TIP_GAP = 12;
    private static final int QUARTERS = 4;

    /// The axis of the loss is at least so long.
    private static final double LEAST_LOSS = 0.02;

    private static final Font FONT = Font.font(10);
    private static final Font BOLD = Font.font(null, FontWeight.BOLD, 11);

    private final Canvas canvas = new Canvas();
    private final TextWidths widths = new TextWidths();
    private final Label tip = new Label();
    private final ChartColours colours;
    private final Consumer<Candidate> use;
    private Optional<Advice> advice = Optional.empty();
    private Optional<Candidate> now = Optional.empty();
    private ClassWords words = ClassWords.INCIDENTS;
    private int marked = -1;

    /// @param colours of the page
    /// @param use switches on a combination
    public CombinationScatter(ChartColours colours, Consumer<Candidate> use) {
        this.colours = colours;
        this.use = use;
        setId("edge-scatter");
        getStyleClass().add("edge-scatter");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setMinSize(LEAST_WIDTH, HEIGHT);
        setPrefSize(LEAST_WIDTH, HEIGHT);
        setMaxHeight(HEIGHT);
        tip.getStyleClass().add("chart-tip");
        tip.setManaged(false);
        tip.setVisible(false);
        tip.setMouseTransparent(true);
        tip.setWrapText(true);
        getChildren().addAll(canvas, tip);
        addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> tip.setVisible(false));
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().subscribe(is -> {
            tip.setVisible(tip.isVisible() && is);
            requestLayout();
        });
    }

    /// Shows combinations.
    ///
    /// @param present that which is on
    public void show(Optional<Advice> shown, Optional<Candidate> present, ClassWords classes) {
        if (!shown.equals(advice)) {
            marked = -1;
        }
        advice = shown;
        now = present;
        words = classes;
        setAccessibleText(shown.map(advice -> text("advice.all", advice.all().size())).orElse(""));
        requestLayout();
    }

    /// Draws it in other colours.
    public void recolour() {
        requestLayout();
    }

    private double most() {
        double most =
                advice.stream().flatMap(advice -> advice.all().stream()).mapToDouble(Candidate::lost).max().orElse(0);
        double present = now.map(Candidate::lost).orElse(0.0);
        return Math.clamp(Math.max(most, present) * 1.05, LEAST_LOSS, 1);
    }

    private double x(Candidate its) {
        return LEFT + its.lost() / most() * (canvas.getWidth() - LEFT - RIGHT);
    }

    private double y(Candidate its) {
        return y(its.stopped());
    }

    private double y(double share) {
        return TOP + (1 - share) * (canvas.getHeight() - TOP - FOOT);
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        canvas.setWidth(width);
        canvas.setHeight(height);
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, width, height);
        advice.ifPresent(advice -> draw(advice, graphics, width, height));
    }

    private void draw(Advice its, GraphicsContext graphics, double width, double height) {
        axes(graphics, width, height);
        graphics.setLineWidth(1);
        graphics.setStroke(colours.fx(ChartColours.TEXT));
        for (Candidate each : its.all()) {
            graphics.strokeOval(x(each) - POINT, y(each) - POINT, 2 * POINT, 2 * POINT);
        }
        graphics.setStroke(colours.fx(EdgeColours.LEGITIMATE));
        graphics.setFill(colours.fx(EdgeColours.LEGITIMATE));
        graphics.setLineWidth(1.6);
        graphics.beginPath();
        for (int i = 0; i < its.frontier().size(); i++) {
            Candidate each = its.frontier().get(i);
            if (i == 0) {
                graphics.moveTo(x(each), y(each));
            } else {
                graphics.lineTo(x(each), y(its.frontier().get(i - 1))); // nothing lies between two
                graphics.lineTo(x(each), y(each));
            }
        }
        graphics.stroke();
        for (Candidate each : its.frontier()) {
            graphics.fillOval(x(each) - DOT, y(each) - DOT, 2 * DOT, 2 * DOT);
        }
        its.proposal().ifPresent(each -> ring(graphics, each, EdgeColours.PROPOSAL, text("advice.proposal"), 15));
        now.ifPresent(each -> ring(graphics, each, EdgeColours.LETTERS, text("advice.now"), -1));
        if (isFocused() && marked >= 0 && marked < its.frontier().size()) {
            Candidate each = its.frontier().get(marked);
            graphics.setStroke(colours.fx(EdgeColours.LEGITIMATE));
            graphics.setLineWidth(2);
            graphics.strokeRect(x(each) - 9, y(each) - 9, 18, 18);
        }
    }

    /// A ring with its name: below it, or beside it.
    private void ring(GraphicsContext graphics, Candidate its, String colour, String name, double below) {
        graphics.setStroke(colours.fx(colour));
        graphics.setLineWidth(2);
        graphics.strokeOval(x(its) - RING, y(its) - RING, 2 * RING, 2 * RING);
        graphics.setFont(BOLD);
        graphics.setTextBaseline(VPos.CENTER);
        boolean isRight = x(its) < canvas.getWidth() * 0.7;
        double gap = RING + 4;
        double wide = widths.of(name, BOLD);
        double left = isRight ? x(its) + gap : x(its) - gap - wide;
        double y = below < 0 ? y(its) + 1 : y(its) + below;
        graphics.setFill(colours.fx(ChartColours.GROUND).deriveColor(0, 1, 1, 0.85));
        graphics.fillRect(left - 2, y - 7, wide + 4, 14);
        graphics.setFill(colours.fx(colour));
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.fillText(name, left, y);
    }

    private void axes(GraphicsContext graphics, double width, double height) {
        graphics.setFont(FONT);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setLineWidth(1);
        for (int half = 0; half <= 2; half++) {
            double y = Math.floor(y(half / 2.0)) + 0.5;
            graphics.setStroke(colours.fx(ChartColours.GRID));
            graphics.strokeLine(LEFT, y, width - RIGHT, y);
            graphics.setFill(colours.fx(ChartColours.TEXT));
            graphics.setTextAlign(TextAlignment.RIGHT);
            graphics.fillText(text("percent", 50 * half), LEFT - 6, y);
        }
        double most = most();
        for (int i = 0; i <= QUARTERS; i++) {
            double x = LEFT + (width - LEFT - RIGHT) * i / QUARTERS;
            graphics.setTextAlign(i == QUARTERS ? TextAlignment.RIGHT : TextAlignment.CENTER);
            double share = 100 * most * i / QUARTERS;
            graphics.setFill(colours.fx(ChartColours.TEXT));
            graphics.fillText(text("percent", String.format(Locale.ROOT, most < 0.1 ? "%.1f" : "%.0f", share)),
                    i == QUARTERS ? width - RIGHT + 8 : x, height - FOOT + 10);
        }
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.fillText(words.words("advice.x"), LEFT + (width - LEFT - RIGHT) / 2, height - 8);
        graphics.save();
        graphics.translate(7, y(0.5));
        graphics.rotate(-90);
        graphics.fillText(words.words("advice.y"), 0, 0);
        graphics.restore();
    }

    private @Nullable Candidate at(double x, double y) {
        Candidate nearest = null;
        double least = NEAR * NEAR;
        for (Candidate each : advice.map(Advice::all).orElse(List.of())) {
            double distance = Math.pow(x(each) - x, 2) + Math.pow(y(each) - y, 2);
            boolean isNearer =
                    distance < least || (nearest != null && distance == least && each.effort() < nearest.effort());
            if (isNearer) {
                nearest = each;
                least = distance;
            }
        }
        return nearest;
    }

    private String describe(Candidate its) {
        return EdgeText.list(its.protections()) + "\n"
                + words.words("advice.numbers", EdgeText.atLeast(its.stopped()), percent(its.lost()));
    }

    private void hover(MouseEvent event) {
        Candidate its = at(event.getX(), event.getY());
        if (its == null) {
            tip.setVisible(false);
        } else {
            showTip(its);
        }
    }

    private void showTip(Candidate its) {
        tip.setMaxWidth(getWidth() - 8);
        tip.setText(describe(its) + "\n" + text("advice.use"));
        tip.setVisible(true);
        tip.applyCss();
        double width = Math.min(tip.prefWidth(-1), getWidth() - 8);
        tip.resize(width, tip.prefHeight(width));
        double left = Math.min(x(its) + TIP_GAP, getWidth() - width - 4);
        double top = y(its) + TIP_GAP;
        if (top + tip.getHeight() > getHeight()) {
            top = Math.max(0, y(its) - TIP_GAP - tip.getHeight());
        }
        tip.relocate(Math.rint(Math.max(4, left)), Math.rint(top));
    }

    private void click(MouseEvent event) {
        requestFocus();
        Candidate its = at(event.getX(), event.getY());
        if (its != null && event.getButton() == MouseButton.PRIMARY) {
            use.accept(its);
        }
    }

    private void key(KeyEvent event) {
        List<Candidate> frontier = advice.map(Advice::frontier).orElse(List.of());
        if (frontier.isEmpty()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT, DOWN -> mark(frontier, marked - 1);
            case RIGHT, UP -> mark(frontier, marked + 1);
            case ENTER, SPACE -> {
                if (marked >= 0) {
                    use.accept(frontier.get(marked));
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void mark(List<Candidate> frontier, int place) {
        marked = Math.clamp(place, 0, frontier.size() - 1);
        setAccessibleText(describe(frontier.get(marked)));
        showTip(frontier.get(marked));
        requestLayout();
    }

    /// All combinations, to be copied.
    public DataTable data() {
        List<List<Object>> rows = new ArrayList<>();
        for (Candidate each : advice.map(Advice::all).orElse(List.of())) {
            rows.add(List.of(EdgeText.list(each.protections()), each.lost(), each.stopped(), each.effort()));
        }
        return new DataTable(List.of("protections", "lost", "stopped", "effort"), rows);
    }
}
