package org.sipsleuth.view.triage;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.pipeline.InvestigationChanges;
import org.sipsleuth.pipeline.InvestigationChanges.Kind;
import org.sipsleuth.run.FaultSink;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.triage.TriageItem;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.triage.BaselineRun.State;
import org.sipsleuth.view.ui.SeverityStyle;
import org.sipsleuth.view.ui.WindowFaults;

/// What would change if safe sequences were added to the baseline, before the analyst accepts or
/// discards it. A row opens its dialogs. Used on the JavaFX thread.
final class BaselinePane extends VBox {

    private static final int LONGEST_NAME = 120;
    private static final int MOST_NAMED = 3;

    /// The column that takes what is left, at least.
    private static final double TITLE_WIDTH = 300;

    /// The other columns and the scroll bar.
    private static final double OTHER_WIDTH = 610;

    private final BaselineRun run;
    private final Consumer<BaselineEffect> accepted;
    private final Consumer<List<Integer>> opened;
    private final Label title = label("triage-baseline-title", "triage-headline");
    private final Label summary = label("triage-baseline-summary", "triage-baseline-line");
    private final Label also = label("triage-baseline-also", "triage-banner");
    private final Label leftOut = label("triage-baseline-left-out", "triage-baseline-line");
    private final Label limits = label("triage-baseline-limits", "triage-note");
    private final ProgressBar progress = new ProgressBar();
    private final Label stage = label("triage-baseline-stage", "triage-note");
    private final TableView<BaselineChange> table = new TableView<>();
    private final Button accept = new Button(text("triage.baseline.accept"));
    private final Button discard = new Button();

    /// @param accepted receives the effect whose model shall be used
    /// @param opened receives the dialogs of a row, to show them
    BaselinePane(BaselineRun run, Consumer<BaselineEffect> accepted, Consumer<List<Integer>> opened) {
        this.run = run;
        this.accepted = accepted;
        this.opened = opened;
        getStyleClass().add("triage-baseline");
        setId("triage-baseline-effect");
        table.setId("triage-baseline-changes");
        table.getStyleClass().addAll("dense", "edge-to-edge");
        table.setPlaceholder(new Label(text("triage.baseline.same")));
        table.setAccessibleText(text("triage.baseline.table"));
        table.getColumns()
                .setAll(List.of(words(text("triage.baseline.kind"), 90, BaselineChange::what),
                        words(text("triage.baseline.what"), TITLE_WIDTH, BaselineChange::title), severity(),
                        words(text("triage.baseline.before"), 140, row -> count(row.before())),
                        words(text("triage.baseline.after"), 140, row -> count(row.after())),
                        words(text("triage.changes.change"), 110, BaselinePane::change)));
        TableColumn<BaselineChange, ?> titles = table.getColumns().get(1);
        titles.prefWidthProperty().bind(Bindings.max(TITLE_WIDTH, table.widthProperty().subtract(OTHER_WIDTH)));
        titles.setResizable(false);
        table.setOnKeyPressed(this::keyPressed);
        table.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                open();
            }
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        limits.setText(text("triage.baseline.limits"));
        progress.progressProperty().bind(run.progressProperty());
        progress.setPrefWidth(260);
        stage.textProperty().bind(run.stageProperty());
        accept.setId("triage-baseline-accept");
        accept.getStyleClass().add("accent");
        accept.setMinWidth(Region.USE_PREF_SIZE);
        accept.setOnAction(_ -> accept());
        discard.setId("triage-baseline-discard");
        discard.setMinWidth(Region.USE_PREF_SIZE);
        discard.setOnAction(_ -> run.stop());
        HBox waiting = new HBox(10, progress, stage);
        waiting.getStyleClass().add("triage-baseline-progress");
        waiting.visibleProperty().bind(progress.visibleProperty());
        waiting.managedProperty().bind(progress.visibleProperty());
        VBox head = new VBox(6, title, waiting, summary, also, leftOut, limits);
        head.getStyleClass().add("triage-baseline-head");
        HBox buttons = new HBox(8, accept, discard);
        buttons.getStyleClass().add("triage-keys");
        getChildren().setAll(head, table, buttons);
        addEventHandler(KeyEvent.KEY_PRESSED, this::leave);
        run.stateProperty().subscribe(this::showState);
    }

    /// Moves the keyboard focus into it.
    void focus() {
        if (table.isVisible()) {
            table.requestFocus();
        } else {
            discard.requestFocus();
        }
    }

    private static Label label(String id, String style) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private static TableColumn<BaselineChange, String> words(String name, double width,
            Function<BaselineChange, String> value) {
        TableColumn<BaselineChange, String> column = new TableColumn<>(name);
        column.setPrefWidth(width);
        WindowFaults.values(column, FaultSink.FAILED, value);
        return column;
    }

    private static TableColumn<BaselineChange, Severity> severity() {
        TableColumn<BaselineChange, Severity> column = new TableColumn<>(text("triage.baseline.severity"));
        column.setPrefWidth(110);
        WindowFaults.values(column, BaselineChange::severity);
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Severity its, boolean empty) {
                super.updateItem(its, empty);
                setText(empty || its == null ? "" : SeverityStyle.word(its));
                setGraphic(empty || its == null ? null : SeverityStyle.icon(its));
            }
        });
        return column;
    }

    private static String count(Optional<Integer> dialogs) {
        return dialogs.map(count -> text("triage.dialogs", count)).orElse("–");
    }

    private static String change(BaselineChange row) {
        return text("triage.baseline." + row.kind().name().toLowerCase(Locale.ROOT));
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            open();
            event.consume();
        }
    }

    private void leave(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            run.stop();
            event.consume();
        }
    }

    private void open() {
        BaselineChange row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            opened.accept(row.dialogs());
        }
    }

    private void accept() {
        if (run.stateProperty().get() instanceof State.Known(_, var effect, _)) {
            run.stop();
            accepted.accept(effect);
        }
    }

    private void showState(State state) {
        boolean isKnown = state instanceof State.Known;
        boolean isRunning = state instanceof State.Running;
        progress.setVisible(isRunning);
        table.setVisible(isKnown);
        accept.setVisible(isKnown);
        accept.setManaged(isKnown);
        write(summary, "");
        write(also, "");
        write(leftOut, "");
        limits.setVisible(isKnown);
        table.getItems().clear();
        discard.setText(text(
                isRunning ? "triage.baseline.cancel" : isKnown ? "triage.baseline.discard" : "triage.baseline.back"));
        switch (state) {
            case State.Idle() -> title.setText("");
            case State.Running(var request) -> title.setText(text("triage.baseline.running", request.safe().size()));
            case State.Failed(var reason) -> title.setText(reason);
            case State.Known(_, var effect, var changes) -> show(effect, changes);
        }
    }

    private void show(BaselineEffect effect, List<BaselineChange> rows) {
        title.setText(text("triage.baseline.title", effect.added().size(), effect.dialogs(),
                VisibleText.ofValue(effect.before().identity().name(), LONGEST_NAME)));
        InvestigationChanges changes = effect.changes();
        write(summary, text("triage.baseline.summary", effect.unknownBefore(), effect.unknownAfter(),
                counts(changes::findings), counts(changes::incidents)));
        write(also, effect.alsoKnown().isEmpty() ? "" : also(effect.alsoKnown()));
        write(leftOut, effect.leftOut() == 0 ? "" : text("triage.baseline.left-out", effect.leftOut()));
        table.getItems().setAll(rows);
        table.getSelectionModel().selectFirst();
    }

    /// `1 vanishes, 2 appear`; what does not happen is left out.
    private static String counts(ToLongFunction<Kind> count) {
        String words = Stream.of(Kind.values())
                .filter(kind -> count.applyAsLong(kind) > 0)
                .map(kind -> text("triage.baseline.count." + kind.name().toLowerCase(Locale.ROOT),
                        count.applyAsLong(kind)))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? text("triage.baseline.count.none") : words;
    }

    private static String also(List<TriageItem> items) {
        String named = items.stream()
                .limit(MOST_NAMED)
                .map(item -> VisibleText.ofValue(item.title().text(), LONGEST_NAME))
                .collect(Collectors.joining("; "));
        return text("triage.baseline.also", items.size(), named, Math.max(0, items.size() - MOST_NAMED));
    }

    private static void write(Label label, String words) {
        label.setText(words);
        label.setVisible(!words.isEmpty());
        label.setManaged(!words.isEmpty());
    }
}
