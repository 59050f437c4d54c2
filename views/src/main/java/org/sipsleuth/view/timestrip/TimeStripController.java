package org.sipsleuth.view.timestrip;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.session.time.TimeInput;
import org.sipsleuth.view.session.time.TimeScale;
import org.sipsleuth.view.session.time.TimeSight;
import org.sipsleuth.view.ui.Texts;

/// Binds the strip's canvas to its view model: mouse, keys, and when to count and draw again.
final class TimeStripController {

    private static final PseudoClass WITH_TRUTH = PseudoClass.getPseudoClass("truth");
    private static final PseudoClass WITH_RANGES = PseudoClass.getPseudoClass("ranges");
    private static final double TOOLTIP_MILLIS = 200;
    private static final double TOOLTIP_WIDTH = 560;

    private final TimeSight model;
    private final Executor background;
    private final Tooltip tooltip = new Tooltip();
    private @Nullable StripColours colours;
    private TimeHistogram.@Nullable Timeline timeline;
    private @Nullable TimeHistogram histogram;
    private @Nullable RunTask<TimeHistogram> counting;
    private final Text measured = new Text();
    private List<StripBand.Stage> bands = List.of();
    private List<StripBand.Attack> attacks = List.of();
    private List<StripBand.MarkedRange> ranges = List.of();
    private BandRows rows = BandRows.NONE;
    private Consumer<StripBand.Stage> selectBand = _ -> {};
    private Consumer<StripBand.Stage> openBand = _ -> {};
    private Consumer<StripBand.Attack> selectAttack = _ -> {};
    private Consumer<StripBand.MarkedRange> selectRange = _ -> {};
    private final BandFocus focus = new BandFocus(band -> choose(band, false), band -> choose(band, true));
    private final GroupMenu menu = new GroupMenu(this::select, band -> openBand.accept(band));

    @FXML private HBox legend;
    @FXML private Label range;
    @FXML private Label scale;
    @FXML private Button wholeTime;
    @FXML private Pane canvasPane;
    @FXML private Canvas canvas;
    @FXML private Region accent;
    @FXML private Region axisLine;
    @FXML private Region ground;

    TimeStripController(TimeSight model, Executor background) {
        this.model = model;
        this.background = background;
    }

    @FXML
    private void initialize() {
        measured.setFont(TimeStripPainter.FONT);
        colours = new StripColours(legend, canvasPane, scale, range, axisLine, accent, ground);
        colours.listen(this::draw);
        canvas.widthProperty().bind(canvasPane.widthProperty());
        canvas.heightProperty().bind(canvasPane.heightProperty());
        canvas.widthProperty().subscribe(_ -> count());
        canvas.heightProperty().subscribe(_ -> draw());
        model.windowProperty().subscribe(_ -> count());
        model.brushProperty().subscribe(_ -> draw());
        model.cursorProperty().subscribe(_ -> draw());
        showInFull(range);
        showInFull(scale);
        tooltip.setShowDelay(Duration.millis(TOOLTIP_MILLIS));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(TOOLTIP_WIDTH);
        Tooltip.install(canvas, tooltip);
        canvas.addEventFilter(MouseEvent.MOUSE_MOVED, event -> describe(event.getX(), event.getY()));
        canvasPane.getChildren().add(focus);
        new TimeInput(canvas, model, new Bands()).listen();
    }

    /// Where the window is narrow, the words may not fit.
    private static void showInFull(Label label) {
        Tooltip full = new Tooltip();
        full.textProperty().bind(label.textProperty());
        label.setTooltip(full);
    }

    @FXML
    private void showWholeTime() {
        model.resetZoom();
    }

    /// Shows these bands from now on.
    ///
    /// @param shown in the order of time
    /// @param select is given a band that was clicked
    /// @param open is given one that was double-clicked
    void show(List<StripBand.Stage> shown, Consumer<StripBand.Stage> select, Consumer<StripBand.Stage> open) {
        bands = List.copyOf(shown);
        selectBand = select;
        openBand = open;
        if (colours != null) {
            colours.showStages(!bands.isEmpty());
        }
        draw();
    }

    /// Shows these attacks of the ground truth from now on; the strip is higher by their lane.
    ///
    /// @param shown in the order of time
    /// @param select is given an attack that was clicked
    void show(List<StripBand.Attack> shown, Consumer<StripBand.Attack> select) {
        attacks = List.copyOf(shown);
        selectAttack = select;
        canvasPane.pseudoClassStateChanged(WITH_TRUTH, !attacks.isEmpty());
        if (colours != null) {
            colours.showAttacks(!attacks.isEmpty());
        }
        draw();
    }

    /// Shows these ranges of a lab that is handed in from now on: a lane for those that are right, and
    /// one for those that were answered.
    ///
    /// @param shown in the order of time
    /// @param select is given a range that was clicked
    void showRanges(List<StripBand.MarkedRange> shown, Consumer<StripBand.MarkedRange> select) {
        ranges = List.copyOf(shown);
        selectRange = select;
        canvasPane.pseudoClassStateChanged(WITH_RANGES, !ranges.isEmpty());
        if (colours != null) {
            colours.showRanges(!ranges.isEmpty());
        }
        draw();
    }

    /// The bands under the pointer.
    private final class Bands implements TimeInput.Targets {
        @Override
        public boolean isAt(double x, double y) {
            return rows.at(x, below(y)).isPresent();
        }

        @Override
        public void click(double x, double y, boolean isDouble) {
            rows.at(x, below(y)).ifPresent(band -> choose(band, isDouble));
        }
    }

    /// Selects a band or opens its incident, if it is of one; a group lists what is in it.
    private void choose(PlacedBand band, boolean isOpened) {
        if (band.isGroup()) {
            menu.show(band, canvas, band.left(),
                    TimeStripPainter.baseline(canvas.getHeight(), rows) + BandRows.ROW_PIXELS * (band.row() + 1));
        } else if (isOpened && band.first() instanceof StripBand.Stage stage) {
            openBand.accept(stage);
        } else {
            select(band.first());
        }
    }

    private void select(StripBand band) {
        switch (band) {
            case StripBand.Stage stage -> selectBand.accept(stage);
            case StripBand.Attack attack -> selectAttack.accept(attack);
            case StripBand.MarkedRange range -> selectRange.accept(range);
        }
    }

    private double below(double y) {
        return y - TimeStripPainter.baseline(canvas.getHeight(), rows);
    }

    private double wordWidth(String word) {
        measured.setText(word);
        return measured.getLayoutBounds().getWidth();
    }

    private void describe(double x, double y) {
        Optional<PlacedBand> under = rows.at(x, below(y));
        if (under.isPresent()) {
            tooltip.setText(under.get().tip());
            return;
        }
        TimeHistogram counted = histogram;
        if (counted == null) {
            tooltip.setText(Texts.text("timestrip.tooltip.empty"));
            return;
        }
        Optional<TimeScale.Break> gap = model.windowProperty().get().flatMap(sight -> gapAt(x, sight));
        if (gap.isPresent()) {
            tooltip.setText(StripText.gap(gap.get()));
            return;
        }
        int bin = (int) (x * counted.bins() / Math.max(1, canvas.getWidth()));
        int within = Math.clamp(bin, 0, counted.bins() - 1);
        tooltip.setText(StripText.bin(counted, within, model.spansDays()));
    }

    private Optional<TimeScale.Break> gapAt(double x, TimeRange sight) {
        return model.scale()
                .in(sight)
                .stream()
                .filter(gap -> place(gap.fromNanos(), sight) < x && x < place(gap.toNanos(), sight))
                .findFirst();
    }

    private double place(long nanos, TimeRange sight) {
        return TimeStripPainter.x(nanos, sight, model.scale(), canvas.getWidth());
    }

    /// Counts other messages from now on.
    void show(TimeHistogram.Timeline messages) {
        timeline = messages;
        count();
    }

    /// Counts no messages.
    void showNothing() {
        timeline = null;
        histogram = null;
        draw();
    }

    private void count() {
        if (counting != null) {
            counting.cancel();
        }
        Optional<TimeRange> sight = model.windowProperty().get();
        TimeHistogram.Timeline messages = timeline;
        int bins = (int) (canvas.getWidth() / TimeStripPainter.BAR_PIXELS);
        if (messages == null || sight.isEmpty() || bins < 1) {
            draw();
            return;
        }
        draw();
        TimeScale broken = model.scale();
        RunTask<TimeHistogram> task =
                new RunTask<>(monitor -> TimeHistogram.of(messages, sight.get(), broken, bins, monitor));
        task.setOnSucceeded(_ -> {
            histogram = task.getValue();
            draw();
        });
        counting = task;
        background.execute(task);
    }

    private void draw() {
        Optional<TimeRange> sight = model.windowProperty().get();
        TimeHistogram counted = histogram;
        StripColours styled = colours;
        wholeTime.setVisible(model.isZoomed());
        range.setText(StripText.range(model.brushProperty().get(), sight));
        if (sight.isEmpty() || counted == null || styled == null) {
            focus.show(List.of(), 0);
            canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
            scale.setText("");
            return;
        }
        scale.setText(StripText.scale(counted));
        double width = canvas.getWidth();
        BandRows known = rows(attacks, sight.get(), width, 1).over(rows(ranges(true), sight.get(), width, 1))
                .over(rows(ranges(false), sight.get(), width, 1));
        int most = TimeStripPainter.mostRows(canvas.getHeight() - known.height());
        rows = rows(bands, sight.get(), width, most).over(known);
        focus.show(rows.placed(), TimeStripPainter.baseline(canvas.getHeight(), rows));
        new TimeStripPainter(canvas.getGraphicsContext2D(), canvas.getWidth(), canvas.getHeight(), styled.palette(),
                rows, model.scale())
                .paint(counted, sight.get(), model.brushProperty().get(), model.cursorProperty().get());
    }

    private List<StripBand.MarkedRange> ranges(boolean areTrue) {
        return ranges.stream().filter(range -> range.isTrue() == areTrue).toList();
    }

    private BandRows rows(List<? extends StripBand> shown, TimeRange sight, double width, int mostRows) {
        return BandRows.of(shown, nanos -> TimeStripPainter.x(nanos, sight, model.scale(), width), width, mostRows,
                this::wordWidth);
    }
}
