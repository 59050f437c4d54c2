package org.sipsleuth.view.edge.flow;

import static org.sipsleuth.view.edge.text.EdgeText.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.sipsleuth.edge.traffic.MessageClass;
import org.sipsleuth.view.edge.run.Comparison;
import org.sipsleuth.view.ui.TextWidths;
import org.sipsleuth.view.ui.chart.ChartColours;
import org.sipsleuth.view.ui.chart.DataTable;

/// The flow as ribbons from stage to stage. Each outcome is a button below its stage, reached by
/// Tab; so is what passed.
public final class FlowPane extends Region {

    private static final double LEAST_WIDTH = 320;
    private static final double LEAST_HEIGHT = 190;
    private static final double TIP_GAP = 14;

    private final Canvas canvas = new Canvas();
    private final Label tip = new Label();
    private final ChartColours colours;
    private final TextWidths widths = new TextWidths();
    private final BiConsumer<FlowOutcome, Optional<MessageClass>> open;
    private final List<Button> buttons = new ArrayList<>();
    private Optional<FlowText> words = Optional.empty();
    private List<FlowPainter.Ribbon> ribbons = List.of();

    /// @param colours of the page
    /// @param open shows the messages of an outcome, maybe of one class only
    public FlowPane(ChartColours colours, BiConsumer<FlowOutcome, Optional<MessageClass>> open) {
        this.colours = colours;
        this.open = open;
        setId("edge-flow");
        getStyleClass().add("edge-flow");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        tip.getStyleClass().add("chart-tip");
        tip.setManaged(false);
        tip.setVisible(false);
        tip.setMouseTransparent(true);
        canvas.setMouseTransparent(true);
        getChildren().addAll(canvas, tip);
        setMinSize(LEAST_WIDTH, LEAST_HEIGHT);
        addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> tip.setVisible(false));
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    }

    /// Shows the flow with the protections that are on, or nothing.
    public void show(Optional<Comparison> comparison) {
        words = comparison.map(result -> new FlowText(Flow.of(result.with()), result.with().settings(), result.words(),
                result.band().savedShare()));
        setAccessibleText(words.map(words -> text("flow.title")).orElse(""));
        List<FlowOutcome> outcomes = outcomes();
        boolean isSame =
                outcomes.stream().map(FlowPane::id).toList().equals(buttons.stream().map(Button::getId).toList());
        if (!isSame) {
            getChildren().removeAll(buttons);
            buttons.clear();
            outcomes.forEach(outcome -> buttons.add(button(outcome)));
            getChildren().addAll(buttons);
            tip.toFront();
        }
        for (int i = 0; i < outcomes.size(); i++) {
            FlowOutcome its = outcomes.get(i);
            Button button = buttons.get(i);
            String all = words.map(text -> text.whole(its)).orElse("");
            button.setAccessibleText(all);
            button.getTooltip().setText(all + "\n" + text("outcome.open"));
            button.setOnAction(_ -> open.accept(its, Optional.empty()));
        }
        requestLayout();
    }

    /// The outcomes that have messages, that of the first stage first, what passed last.
    public List<FlowOutcome> outcomes() {
        List<FlowOutcome> all = new ArrayList<>();
        words.ifPresent(words -> {
            words.flow().stages().forEach(stage -> all.add(stage.outcome()));
            all.add(words.flow().passed());
        });
        all.removeIf(outcome -> outcome.count().sum() == 0);
        return all;
    }

    private static String id(FlowOutcome outcome) {
        return "edge-outcome-" + outcome.word();
    }

    private static Button button(FlowOutcome outcome) {
        Button button = new Button();
        button.setId(id(outcome));
        button.getStyleClass().setAll("button", "edge-outcome");
        button.setTooltip(new Tooltip());
        return button;
    }

    /// Puts the keyboard's focus on the first outcome.
    public void focusOutcomes() {
        if (!buttons.isEmpty()) {
            buttons.getFirst().requestFocus();
        }
    }

    /// Draws it in other colours.
    public void recolour() {
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        return LEAST_WIDTH;
    }

    @Override
    protected double computePrefHeight(double width) {
        return LEAST_HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        canvas.setWidth(width);
        canvas.setHeight(height);
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, width, height);
        ribbons = List.of();
        words.ifPresent(words -> draw(words, graphics, width, height));
    }

    private void draw(FlowText its, GraphicsContext graphics, double width, double height) {
        FlowLayout layout = FlowLayout.of(its.flow(), its.feedback().isPresent(), width, height);
        FlowPainter painter = new FlowPainter(graphics, colours, widths, its, layout);
        ribbons = painter.paint();
        int next = 0;
        for (int stage = 0; stage < its.flow().stages().size(); stage++) {
            if (its.flow().stages().get(stage).outcome().count().sum() > 0) {
                buttons.get(next)
                        .resizeRelocate(painter.outcomeLeft(stage), layout.foot(), painter.outcomeWidth(stage),
                                FlowLayout.OUTCOME_HEIGHT - 4);
                next++;
            }
        }
        if (next < buttons.size()) {
            double x = layout.columns().getLast().x();
            buttons.get(next)
                    .resizeRelocate(x - 2, layout.top() - 4, width - x - 2,
                            Math.max(60, layout.foot() - layout.top() - 8));
        }
    }

    private Optional<FlowPainter.Ribbon> at(double x, double y) {
        return ribbons.reversed().stream().filter(ribbon -> ribbon.contains(x, y)).findFirst();
    }

    private void hover(MouseEvent event) {
        Optional<FlowPainter.Ribbon> ribbon = at(event.getX(), event.getY());
        boolean isLink = ribbon.flatMap(FlowPainter.Ribbon::outcome).isPresent();
        setCursor(isLink ? Cursor.HAND : Cursor.DEFAULT);
        if (ribbon.isEmpty() || words.isEmpty()) {
            tip.setVisible(false);
            return;
        }
        FlowText its = words.get();
        FlowPainter.Ribbon hovered = ribbon.get();
        tip.setText(hovered.outcome()
                .map(outcome -> its.title(outcome) + "\n" + its.count(outcome, hovered.its(), FlowText.Detail.FULL)
                        + "\n" + text("outcome.open"))
                .orElseGet(() -> its.through(hovered.stage(), hovered.its())));
        tip.setVisible(true);
        tip.applyCss();
        tip.autosize();
        double left = Math.min(event.getX() + TIP_GAP, getWidth() - tip.getWidth() - 4);
        double top = Math.min(event.getY() + TIP_GAP, getHeight() - tip.getHeight() - 4);
        tip.relocate(Math.rint(left), Math.rint(top));
    }

    private void click(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            at(event.getX(), event.getY()).ifPresent(
                    ribbon -> ribbon.outcome().ifPresent(outcome -> open.accept(outcome, Optional.of(ribbon.its()))));
        }
    }

    /// The flow as numbers, to be copied: a row for each outcome and class.
    public DataTable data() {
        List<List<Object>> rows = new ArrayList<>();
        words.ifPresent(words -> {
            for (int stage = 0; stage < words.flow().stages().size(); stage++) {
                FlowOutcome outcome = words.flow().stages().get(stage).outcome();
                add(rows, words, words.name(stage), outcome);
            }
            add(rows, words, text("stage.passed"), words.flow().passed());
        });
        return new DataTable(List.of("stage", "outcome", "class", "messages", "of these unknown or delayed"), rows);
    }

    private static void add(List<List<Object>> rows, FlowText its, String stage, FlowOutcome outcome) {
        for (MessageClass each : MessageClass.values()) {
            rows.add(List.of(stage, outcome.word(), its.words().of(each), outcome.count().of(each),
                    outcome.part().of(each)));
        }
    }
}
