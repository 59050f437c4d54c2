package org.sipsleuth.view.belief.timeline;

import static org.sipsleuth.view.ui.Texts.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.data.Range;
import org.sipsleuth.belief.detection.BeliefText;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.finding.Probability;
import org.sipsleuth.truth.read.IndexTruth;
import org.sipsleuth.view.belief.state.Background;
import org.sipsleuth.view.belief.state.Focus;
import org.sipsleuth.view.belief.state.Shown;
import org.sipsleuth.view.belief.state.SourcePeriods;
import org.sipsleuth.view.belief.timeline.Lane.Stack;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.ui.TruthWords;
import org.sipsleuth.view.ui.UtcTime;
import org.sipsleuth.view.ui.chart.ChartColours;
import org.sipsleuth.view.ui.chart.ChartCopies;
import org.sipsleuth.view.ui.chart.ChartPane;
import org.sipsleuth.view.ui.chart.ChartZoom;
import org.sipsleuth.view.ui.chart.DataTable;

/// The beliefs of all periods of a source over time. A click, or an arrow key, chooses a period.
public final class TimelinePane {

    private static final double MARK_WIDTH = 2;

    private final Focus focus;
    private final Background background;
    private final XYBarRenderer bars = new XYBarRenderer();
    private final ChartPane pane;
    private final ChartZoom zoom;
    private final Label note = new Label();
    private final Legend legend = new Legend();
    private final VBox picture;
    private final VBox root = new VBox();
    private Optional<Shown> shown = Optional.empty();
    private Optional<SourcePeriods> drawn = Optional.empty();
    private Optional<TimeRange> time = Optional.empty();
    private Optional<IndexTruth> truth = Optional.empty();
    private Optional<Background.Running> collecting = Optional.empty();
    private LaneSeries series = LaneSeries.of(new Lane(List.of(), false), Optional.empty());

    /// @param background where the truth of periods is collected
    public TimelinePane(Focus focus, Background background) {
        this.focus = focus;
        this.background = background;
        bars.setBarPainter(new LeastWidthPainter());
        bars.setShadowVisible(false);
        bars.setDrawBarOutline(false);
        bars.setUseYInterval(true);
        XYPlot plot = new XYPlot();
        plot.setDomainAxis(new DateAxis(text("belief.axis.time"), TimeZone.getTimeZone("UTC"), Locale.ENGLISH));
        NumberAxis axis = new NumberAxis(text("belief.axis.belief"));
        axis.setNumberFormatOverride(new BeliefFormat());
        plot.setRangeAxis(axis);
        plot.setRenderer(bars);
        pane = new ChartPane(new JFreeChart(null, null, plot, false));
        pane.setId("beliefs-timeline");
        pane.setAccessibleText(text("belief.timeline.help"));
        pane.setRecolour(this::recolour);
        pane.setOverlay(this::mark);
        pane.setOnMouseMoved(this::moved);
        pane.setOnMouseExited(_ -> pane.hideTip());
        pane.setOnMouseClicked(this::clicked);
        pane.setOnKeyPressed(this::keyPressed);
        VBox.setVgrow(pane, Priority.ALWAYS);
        picture = new VBox(legend.classes(), pane, legend.truth());
        VBox.setVgrow(picture, Priority.ALWAYS);
        zoom = ChartZoom.install(pane, this::whole, true);
        root.getStyleClass().add("timeline");
        root.getChildren().addAll(head(), picture);
    }

    private Node head() {
        Label title = new Label(text("belief.timeline"));
        title.getStyleClass().add("part-title");
        title.setMinWidth(Label.USE_PREF_SIZE);
        note.getStyleClass().add("part-note");
        note.setMaxWidth(Double.MAX_VALUE);
        note.setMinWidth(0);
        note.setTooltip(new Tooltip());
        note.getTooltip().textProperty().bind(note.textProperty());
        HBox.setHgrow(note, Priority.ALWAYS);
        MenuButton copies = new MenuButton();
        copies.getStyleClass().addAll("small", "flat", "button-icon");
        copies.setMinWidth(MenuButton.USE_PREF_SIZE);
        ChartCopies.install(copies, picture, () -> pane.colours().fx(ChartColours.GROUND), this::data);
        HBox head = new HBox(title, note, copies);
        head.getStyleClass().add("part-head");
        return head;
    }

    /// The node.
    public Node root() {
        return root;
    }

    /// Draws the periods of the source that is looked at.
    ///
    /// @param chosen the time that is seen; all if it is empty
    public void show(Optional<Shown> now, Optional<TimeRange> chosen) {
        shown = now;
        Optional<SourcePeriods> periods = now.map(source -> source.row().periods());
        if (!periods.equals(drawn) || !chosen.equals(time)) {
            drawn = periods;
            time = chosen;
            collect();
        }
        pane.redrawOverlay();
    }

    /// Shows or hides the ground truth below the stacks.
    public void showTruth(Optional<IndexTruth> visible) {
        truth = visible;
        collect();
    }

    private void collect() {
        collecting.ifPresent(Background.Running::cancel);
        Optional<SourcePeriods> periods = drawn;
        Optional<IndexTruth> visible = truth;
        Optional<TimeRange> range = time;
        collecting =
                Optional.of(background.run(_ -> LaneSeries.of(Lane.of(periods, visible), range), this::draw, _ -> {}));
    }

    private void draw(LaneSeries now) {
        series = now;
        note.setText(note(now));
        legend.show(now);
        pane.plot().setDataset(now.data());
        zoom.showAll();
        pane.redraw();
    }

    private static String note(LaneSeries now) {
        Lane lane = now.lane();
        List<String> notes = new ArrayList<>();
        if (lane.isMerged()) {
            notes.add(text("belief.timeline.merged", lane.stacks().size()));
        }
        long contradictions = lane.stacks().stream().filter(each -> each.belief().isContradiction()).count();
        if (contradictions > 0) {
            notes.add(text("belief.timeline.contradictions", contradictions));
        }
        return String.join("; ", notes);
    }

    private ChartZoom.View whole() {
        return new ChartZoom.View(series.extent(), new Range(series.bottom(), 1));
    }

    private void recolour(ChartColours colours) {
        for (int i = 0; i < series.styles().size(); i++) {
            bars.setSeriesPaint(i, colours.awt(series.styles().get(i)));
        }
    }

    /// A frame around the period that is looked at.
    private void mark(GraphicsContext graphics) {
        if (shown.isEmpty() || series.lane().stacks().isEmpty() || pane.dataArea().isEmpty()) {
            return;
        }
        Stack stack = series.nearest(shown.get().place());
        var area = pane.dataArea();
        double left = Math.max(area.getMinX(), pane.xPixel(series.from(stack)));
        double least = pane.xPixel(series.from(stack)) + LeastWidthPainter.LEAST;
        double end = Math.max(pane.xPixel(series.to(stack)), least);
        double right = Math.min(area.getMaxX(), end);
        if (right >= left) {
            graphics.setStroke(pane.colours().fx(ChartColours.ACCENT));
            graphics.setLineWidth(MARK_WIDTH);
            graphics.strokeRect(left - 1, area.getMinY() + 1, right - left + 2, area.getHeight() - 2);
        }
    }

    private Optional<Stack> at(MouseEvent event) {
        return Optional.of(event)
                .filter(mouse -> pane.dataArea().contains(mouse.getX(), mouse.getY()))
                .flatMap(mouse -> series.at(pane.xValue(mouse.getX()),
                        pane.xValue(LeastWidthPainter.LEAST) - pane.xValue(0)));
    }

    private void moved(MouseEvent event) {
        at(event).ifPresentOrElse(stack -> pane.showTip(tip(stack), event.getX(), event.getY()), pane::hideTip);
    }

    private String tip(Stack stack) {
        StringBuilder words = new StringBuilder(text("belief.timeline.tip", stack.place() + 1,
                UtcTime.dateAndClock(stack.period().fromNanos()), stack.period().messages()));
        if (stack.belief().isContradiction()) {
            words.append('\n').append(text("belief.timeline.contradiction"));
        }
        for (TrafficClass each : TrafficClass.all()) {
            words.append('\n')
                    .append(BeliefText.of(each).text())
                    .append(' ')
                    .append(Probability.text(stack.belief().classes().get(each)));
        }
        stack.truth().ifPresent(each -> words.append('\n').append(text("belief.truth", TruthWords.of(each))));
        return words.toString();
    }

    private void clicked(MouseEvent event) {
        pane.requestFocus();
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            at(event).ifPresent(this::choose);
        }
    }

    private void choose(Stack stack) {
        shown.ifPresent(source -> focus.choose(source.row(), stack.period()));
    }

    private void keyPressed(KeyEvent event) {
        int step = switch (event.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            default -> 0;
        };
        if (step != 0 && !event.isShortcutDown() && !event.isAltDown() && shown.isPresent()) {
            var all = shown.get().row().periods().all();
            int place = Math.clamp(shown.get().place() + (long) step, 0, all.size() - 1);
            focus.choose(shown.get().row(), all.get(place));
            event.consume();
        }
    }

    private DataTable data() {
        List<String> columns = new ArrayList<>(List.of("from", "to", "messages"));
        TrafficClass.all().forEach(each -> columns.add(each.name()));
        columns.add("truth");
        List<List<Object>> rows = new ArrayList<>();
        for (Stack stack : series.lane().stacks()) {
            List<Object> row = new ArrayList<>();
            row.add(instant(stack.period().fromNanos()));
            row.add(instant(stack.period().toNanos()));
            row.add(stack.period().messages());
            TrafficClass.all().forEach(each -> row.add(stack.belief().classes().get(each)));
            row.add(stack.truth().map(Enum::name).orElse(""));
            rows.add(row);
        }
        return new DataTable(columns, rows);
    }

    private static String instant(long nanos) {
        return Instant.ofEpochSecond(0, nanos).toString();
    }
}
