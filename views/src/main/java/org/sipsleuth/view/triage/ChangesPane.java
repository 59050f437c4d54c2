package org.sipsleuth.view.triage;

import static org.sipsleuth.view.ui.Texts.text;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.name.FileName;
import org.sipsleuth.change.Aspect;
import org.sipsleuth.change.CaptureChanges;
import org.sipsleuth.change.Change;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.number.DialledNumbers;
import org.sipsleuth.number.RateTable;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.page.FileChoice;

/// What changed since another capture: a table for each aspect, the most surprising change first.
/// A row opens its dialogs in the open capture. Used on the JavaFX thread.
final class ChangesPane extends VBox {

    /// What is asked for.
    static final FileChoice.Kind CAPTURES =
            new FileChoice.Kind(
                    "captures.before",
                    "triage.changes.chooser.",
                    List.of("*.pcap", "*.pcapng", "*.cap", "*.gz", "*.zst", "*.erf"));

    private static final int LONGEST = 1_000;

    private final FileChoice files;
    private final Executor background;
    private final Consumer<List<Integer>> opened;
    private final Label title = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final Button compare = new Button(text("triage.changes.compare"));
    private final Button cancel = new Button(text("triage.changes.cancel"));
    private final Map<Aspect, TableView<Change>> tables = new EnumMap<>(Aspect.class);
    private final Map<Aspect, Tab> tabs = new EnumMap<>(Aspect.class);
    private Optional<SipIndex> now = Optional.empty();
    private @Nullable RunTask<CaptureChanges> running;

    /// @param opened receives the dialogs of a change, to show them
    ChangesPane(FileChoice files, Executor background, Consumer<List<Integer>> opened) {
        this.files = files;
        this.background = background;
        this.opened = opened;
        getStyleClass().add("triage-changes");
        compare.setId("triage-compare");
        compare.getStyleClass().add("small");
        compare.setMinWidth(Region.USE_PREF_SIZE);
        compare.setOnAction(_ -> ask());
        cancel.getStyleClass().add("small");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(_ -> stop());
        title.setId("triage-changes-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(10, title, progress, cancel, compare);
        head.getStyleClass().add("triage-changes-head");
        TabPane all = new TabPane();
        all.setId("triage-aspects");
        all.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        for (Aspect aspect : Aspect.values()) {
            TableView<Change> table = table(aspect);
            tables.put(aspect, table);
            Tab tab = new Tab(text("triage.changes." + aspect.word()), table);
            tabs.put(aspect, tab);
            all.getTabs().add(tab);
        }
        VBox.setVgrow(all, Priority.ALWAYS);
        getChildren().setAll(head, all);
        end();
        clear();
    }

    private TableView<Change> table(Aspect aspect) {
        TableView<Change> table = new TableView<>();
        table.setId("triage-changes-" + aspect.word());
        table.getStyleClass().addAll("dense", "edge-to-edge");
        table.setPlaceholder(new Label(text("triage.changes.none")));
        table.getColumns()
                .setAll(
                        List.of(
                                words(
                                        text("triage.changes." + aspect.word()),
                                        460,
                                        each -> VisibleText.ofValue(each.name(), LONGEST)),
                                count(text("triage.changes.before"), Change::before),
                                count(text("triage.changes.now"), Change::now),
                                words(text("triage.changes.change"), 110, ChangesPane::change)));
        table.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        open(table);
                        event.consume();
                    }
                });
        table.setOnMouseClicked(
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                        open(table);
                    }
                });
        return table;
    }

    private void open(TableView<Change> table) {
        Change chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null && !chosen.isGone()) {
            opened.accept(chosen.dialogs());
        }
    }

    private static TableColumn<Change, String> words(
            String name, double width, Function<Change, String> value) {
        TableColumn<Change, String> column = new TableColumn<>(name);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        return column;
    }

    private static TableColumn<Change, Number> count(String name, ToIntFunction<Change> value) {
        TableColumn<Change, Number> column = new TableColumn<>(name);
        column.setPrefWidth(160);
        column.setMinWidth(160);
        column.getStyleClass().add("number");
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(value.applyAsInt(row.getValue())));
        return column;
    }

    /// `new`, `gone`, `=` or the factor.
    private static String change(Change its) {
        if (its.isNew()) {
            return text("triage.changes.new");
        }
        if (its.isGone()) {
            return text("triage.changes.gone");
        }
        double factor = (double) its.now() / its.before();
        return factor == 1
                ? "="
                : factor > 1
                        ? String.format(Locale.ROOT, "× %.1f", factor)
                        : String.format(Locale.ROOT, "÷ %.1f", 1 / factor);
    }

    /// Follows the open capture.
    void show(Optional<SipIndex> open) {
        boolean isOther =
                !open.map(SipIndex::files).equals(now.map(SipIndex::files)) || open.isEmpty();
        now = open;
        compare.setDisable(open.isEmpty());
        if (isOther) {
            stop();
            clear();
        }
    }

    private void clear() {
        title.setText(text("triage.changes.title"));
        tables.values().forEach(table -> table.getItems().clear());
        tabs.forEach((aspect, tab) -> tab.setText(text("triage.changes." + aspect.word())));
    }

    private void ask() {
        files.toOpen(getScene().getWindow()).ifPresent(this::compareWith);
    }

    /// Reads another capture, and compares.
    private void compareWith(Path before) {
        stop();
        now.ifPresent(
                index -> {
                    RunTask<CaptureChanges> task =
                            new RunTask<>(monitor -> changes(before, index, monitor));
                    running = task;
                    progress.progressProperty().bind(task.progressProperty());
                    setRunning(true);
                    task.setOnSucceeded(_ -> show(task.getValue(), before));
                    task.setOnCancelled(_ -> end());
                    task.setOnFailed(
                            _ -> {
                                end();
                                title.setText(
                                        text(
                                                "triage.changes.failed",
                                                FileName.last(before),
                                                String.valueOf(task.getException().getMessage())));
                            });
                    background.execute(task);
                });
    }

    private static CaptureChanges changes(Path before, SipIndex now, RunMonitor monitor)
            throws Exception {
        SipIndex other = CaptureIndexer.read(List.of(before), monitor);
        return CaptureChanges.of(other, now, numbers(), monitor);
    }

    private static DialledNumbers numbers() throws SettingException {
        return new DialledNumbers(
                Settings.of(
                        List.of(DialledNumbers.homeRegion(), DialledNumbers.expensive()), Map.of()),
                RateTable.NONE);
    }

    private void show(CaptureChanges changes, Path before) {
        end();
        title.setText(
                text(
                        "triage.changes.shown",
                        VisibleText.ofValue(FileName.last(before), LONGEST),
                        changes.before(),
                        changes.now()));
        tables.forEach((aspect, table) -> table.getItems().setAll(changes.of(aspect)));
        tabs.forEach(
                (aspect, tab) ->
                        tab.setText(
                                text(
                                        "triage.changes.tab",
                                        text("triage.changes." + aspect.word()),
                                        changes.of(aspect).stream().filter(Change::isNew).count(),
                                        changes.of(aspect).stream()
                                                .filter(Change::isGone)
                                                .count())));
    }

    private void stop() {
        RunTask<CaptureChanges> task = running;
        if (task != null) {
            task.cancel();
        }
        end();
    }

    private void end() {
        running = null;
        setRunning(false);
    }

    private void setRunning(boolean isRunning) {
        progress.setVisible(isRunning);
        progress.setManaged(isRunning);
        cancel.setVisible(isRunning);
        cancel.setManaged(isRunning);
    }
}
