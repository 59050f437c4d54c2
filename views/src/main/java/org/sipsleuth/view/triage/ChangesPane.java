package org.sipsleuth.view.triage;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.integrity.OpenedFile;
import org.sipsleuth.capture.name.FileName;
import org.sipsleuth.casefile.EvidenceSearch;
import org.sipsleuth.casefile.entry.Evidence;
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
import org.sipsleuth.view.session.casefile.OpenCase;
import org.sipsleuth.view.session.page.FileChoice;

/// What changed since another capture: a table for each aspect, the most surprising change first,
/// and the dialogs of the selected one in both captures. A row opens its dialogs in the open
/// capture. The other capture is kept until the comparison ends. Used on the JavaFX thread.
final class ChangesPane extends VBox {

    /// What is asked for.
    static final FileChoice.Kind CAPTURES = new FileChoice.Kind("captures.before", "triage.changes.chooser.",
            List.of("*.pcap", "*.pcapng", "*.cap", "*.gz", "*.zst", "*.erf"));

    private static final int LONGEST = 1_000;
    private static final int LONGEST_NAME = 120;

    /// An empty table offers no more captures of a case than fit; the menu has all.
    private static final int MOST_OFFERED = 8;

    private static final double COUNT_WIDTH = 84;
    private static final double CHANGE_WIDTH = 84;

    /// The column that takes what is left, at least.
    private static final double NAME_WIDTH = 120;

    /// The other columns and the scroll bar.
    private static final double OTHER_WIDTH = 272;

    /// What the table has of the width beside the dialogs, 0 to 1.
    private static final double TABLE_SHARE = 0.4;

    private final FileChoice files;
    private final Executor background;
    private final ObservableValue<Optional<OpenCase>> cases;
    private final ChangedDialogs dialogs;
    private final Consumer<List<Integer>> opened;
    private final Label title = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final MenuButton compare = new MenuButton(text("triage.changes.compare"));
    private final Button close = new Button(text("triage.changes.close"));
    private final Button cancel = new Button(text("triage.changes.cancel"));
    private final Map<Aspect, TableView<Change>> tables = new EnumMap<>(Aspect.class);
    private final Map<Aspect, Tab> tabs = new EnumMap<>(Aspect.class);
    private final TabPane all = new TabPane();
    private final Map<Aspect, SplitPane> panes = new EnumMap<>(Aspect.class);
    private Optional<SipIndex> now = Optional.empty();
    private Optional<ComparedCaptures> compared = Optional.empty();
    private @Nullable RunTask<ComparedCaptures> running;

    /// A capture to compare with, found off the JavaFX thread.
    @FunctionalInterface
    private interface Before {
        Path find(RunMonitor monitor) throws IOException;
    }

    /// @param cases the open case, whose captures are offered
    /// @param dialogs shows those of a change
    /// @param opened receives the dialogs of a change in the open capture, to open them
    ChangesPane(FileChoice files, Executor background, ObservableValue<Optional<OpenCase>> cases,
            ChangedDialogs dialogs, Consumer<List<Integer>> opened) {
        this.files = files;
        this.background = background;
        this.cases = cases;
        this.dialogs = dialogs;
        this.opened = opened;
        getStyleClass().add("triage-changes");
        compare.setId("triage-compare");
        compare.setMinWidth(Region.USE_PREF_SIZE);
        compare.setOnShowing(_ -> offer());
        close.setId("triage-changes-close");
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(_ -> clear());
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(_ -> stop());
        title.setId("triage-changes-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(10, title, progress, cancel, close, compare);
        head.getStyleClass().add("triage-changes-head");
        all.setId("triage-aspects");
        all.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        for (Aspect aspect : Aspect.values()) {
            TableView<Change> table = table(aspect);
            tables.put(aspect, table);
            SplitPane pane = new SplitPane(table);
            panes.put(aspect, pane);
            Tab tab = new Tab(text("triage.changes." + aspect.word()), pane);
            tabs.put(aspect, tab);
            all.getTabs().add(tab);
        }
        all.getSelectionModel().selectedItemProperty().subscribe(_ -> showDialogs());
        VBox.setVgrow(all, Priority.ALWAYS);
        getChildren().setAll(head, all);
        end();
        clear();
        cases.subscribe(_ -> offer());
    }

    private TableView<Change> table(Aspect aspect) {
        TableView<Change> table = new TableView<>();
        table.setId("triage-changes-" + aspect.word());
        table.getStyleClass().addAll("dense", "edge-to-edge");
        table.setPlaceholder(new Placeholder());
        table.getColumns()
                .setAll(List.of(
                        words(text("triage.changes." + aspect.word()), NAME_WIDTH,
                                each -> VisibleText.ofValue(each.name(), LONGEST)),
                        count(text("triage.changes.before"), Change::before),
                        count(text("triage.changes.now"), Change::now),
                        words(text("triage.changes.change"), CHANGE_WIDTH, ChangesPane::change)));
        TableColumn<Change, ?> names = table.getColumns().getFirst();
        names.prefWidthProperty().bind(Bindings.max(NAME_WIDTH, table.widthProperty().subtract(OTHER_WIDTH)));
        names.setResizable(false);
        table.setMinWidth(320);
        table.getSelectionModel().selectedItemProperty().subscribe(_ -> showDialogs());
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open(table);
                event.consume();
            }
        });
        table.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                open(table);
            }
        });
        return table;
    }

    private void open(TableView<Change> table) {
        Change chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null && chosen.isGone()) {
            dialogs.focusBefore();
        } else if (chosen != null) {
            opened.accept(chosen.dialogs());
        }
    }

    /// The dialogs stand beside the table that is in front.
    private void place() {
        panes.forEach((aspect, pane) -> {
            boolean isPlace = compared.isPresent() && isInFront(aspect);
            if (!isPlace) {
                pane.getItems().remove(dialogs);
            }
        });
        panes.forEach((aspect, pane) -> {
            boolean isPlace = compared.isPresent() && isInFront(aspect);
            if (isPlace && !pane.getItems().contains(dialogs)) {
                pane.getItems().add(dialogs);
                pane.setDividerPositions(TABLE_SHARE);
            }
        });
    }

    private void showDialogs() {
        place();
        Optional<Change> chosen = tables.entrySet()
                .stream()
                .filter(each -> isInFront(each.getKey()))
                .findFirst()
                .map(each -> each.getValue().getSelectionModel().getSelectedItem());
        if (compared.isPresent() && chosen.isPresent()) {
            dialogs.show(compared.get(), chosen.get());
        } else {
            dialogs.showNothing();
        }
    }

    private boolean isInFront(Aspect aspect) {
        Tab tab = tabs.get(aspect);
        return tab != null && tab.isSelected();
    }

    private static TableColumn<Change, String> words(String name, double width, Function<Change, String> value) {
        TableColumn<Change, String> column = new TableColumn<>(name);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        column.setCellFactory(_ -> new NameCell());
        return column;
    }

    /// Words that may be longer than their column.
    private static final class NameCell extends TableCell<Change, String> {

        @Override
        protected void updateItem(@Nullable String words, boolean empty) {
            super.updateItem(words, empty);
            setText(empty ? "" : words);
            setTooltip(empty || words == null ? null : new Tooltip(words));
        }
    }

    private static TableColumn<Change, Number> count(String name, ToIntFunction<Change> value) {
        TableColumn<Change, Number> column = new TableColumn<>(name);
        column.setPrefWidth(COUNT_WIDTH);
        column.setMinWidth(COUNT_WIDTH);
        column.getStyleClass().add("number");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.applyAsInt(row.getValue())));
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
        return factor == 1 ? "="
                : factor > 1 ? String.format(Locale.ROOT, "× %.1f", factor)
                : String.format(Locale.ROOT, "÷ %.1f", 1 / factor);
    }

    /// Follows the open capture.
    void show(Optional<SipIndex> open) {
        boolean isOther = !open.map(SipIndex::files).equals(now.map(SipIndex::files)) || open.isEmpty();
        now = open;
        compare.setDisable(open.isEmpty());
        if (isOther) {
            stop();
            clear();
        }
    }

    /// The capture before, while there is a comparison.
    Optional<SipIndex> before() {
        return compared.map(ComparedCaptures::before);
    }

    private void clear() {
        compared = Optional.empty();
        close.setVisible(false);
        close.setManaged(false);
        title.setText(text("triage.changes.title"));
        tables.values().forEach(table -> table.getItems().clear());
        tabs.forEach((aspect, tab) -> tab.setText(text("triage.changes." + aspect.word())));
        place();
        dialogs.showNothing();
        offer();
    }

    /// A capture that can be compared with.
    private record Offer(String name, Runnable take) {}

    /// Those of the case but for the open one.
    private List<Offer> ofCase() {
        Optional<OpenCase> open = cases.getValue();
        return open.map(this::others)
                .orElse(List.of())
                .stream()
                .map(each -> offer(open.orElseThrow().file(), each))
                .toList();
    }

    private Offer offer(Path file, Evidence each) {
        return new Offer(VisibleText.ofValue(each.name(), LONGEST_NAME),
                () -> compareWith(each.name(), monitor -> found(file, each, monitor)));
    }

    /// Offers any capture, and those of the case.
    private void offer() {
        MenuItem another = new MenuItem(text("triage.changes.another"));
        another.setId("triage-compare-another");
        another.setOnAction(_ -> ask());
        compare.getItems().setAll(another);
        List<Offer> captures = ofCase();
        if (!captures.isEmpty()) {
            MenuItem head = new MenuItem(text("triage.changes.of.case"));
            head.setDisable(true);
            compare.getItems().addAll(new SeparatorMenuItem(), head);
        }
        for (Offer each : captures) {
            MenuItem item = new MenuItem(each.name());
            item.setMnemonicParsing(false); // names have underscores
            item.setOnAction(_ -> each.take().run());
            compare.getItems().add(item);
        }
        tables.values().forEach(table -> ((Placeholder) table.getPlaceholder()).show(captures));
    }

    /// What an empty table says: what to do next, and the captures to do it with.
    private final class Placeholder extends VBox {

        private final Label nothing = new Label();
        private final Hyperlink another = new Hyperlink(text("triage.changes.another"));

        Placeholder() {
            super(6);
            setAlignment(Pos.CENTER);
            getStyleClass().add("triage-changes-offers");
            nothing.setWrapText(true);
            another.setOnAction(_ -> ask());
        }

        void show(List<Offer> captures) {
            boolean isOffered = compared.isEmpty() && now.isPresent();
            nothing.setText(text(isOffered ? "triage.changes.none"
                    : compared.isPresent() ? "triage.changes.same"
                    : "triage.changes.closed"));
            getChildren().setAll(nothing);
            if (isOffered) {
                captures.stream().limit(MOST_OFFERED).map(this::link).forEach(getChildren()::add);
                getChildren().add(another);
            }
        }

        private Hyperlink link(Offer each) {
            Hyperlink link = new Hyperlink(each.name());
            link.setMnemonicParsing(false);
            link.setOnAction(_ -> each.take().run());
            return link;
        }
    }

    private List<Evidence> others(OpenCase its) {
        Set<String> open = now.stream()
                .flatMap(index -> index.files().stream())
                .map(each -> FileName.text(each.path().toAbsolutePath().normalize()))
                .collect(Collectors.toUnmodifiableSet());
        return its.evidence().stream().filter(each -> !open.contains(each.path())).toList();
    }

    /// A capture of a case, with the bytes that it had when it was added.
    private static Path found(Path file, Evidence evidence, RunMonitor monitor) throws IOException {
        return EvidenceSearch.near(file, List.of())
                .find(evidence, monitor)
                .map(OpenedFile::path)
                .orElseThrow(() -> new IOException(text("triage.changes.not.found")));
    }

    private void ask() {
        files.toOpen(getScene().getWindow()).ifPresent(path -> compareWith(FileName.last(path), _ -> path));
    }

    /// Reads another capture, and compares.
    private void compareWith(String name, Before before) {
        stop();
        clear();
        now.ifPresent(index -> {
            RunTask<ComparedCaptures> task = new RunTask<>(monitor -> changes(before.find(monitor), index, monitor));
            running = task;
            progress.progressProperty().bind(task.progressProperty());
            setRunning(true);
            task.setOnSucceeded(_ -> show(task.getValue()));
            task.setOnCancelled(_ -> end());
            task.setOnFailed(_ -> {
                end();
                title.setText(failed(name, task.getException()));
            });
            background.execute(task);
        });
    }

    private static String failed(String name, Throwable cause) {
        return text("triage.changes.failed", VisibleText.ofValue(name, LONGEST_NAME),
                VisibleText.ofValue(String.valueOf(cause.getMessage()), LONGEST));
    }

    private static ComparedCaptures changes(Path before, SipIndex now, RunMonitor monitor) throws Exception {
        SipIndex other = CaptureIndexer.read(List.of(before), monitor);
        return new ComparedCaptures(before, other, now, CaptureChanges.of(other, now, numbers(), monitor));
    }

    private static DialledNumbers numbers() throws SettingException {
        return new DialledNumbers(
                Settings.of(List.of(DialledNumbers.homeRegion(), DialledNumbers.expensive()), Map.of()),
                RateTable.NONE);
    }

    private void show(ComparedCaptures found) {
        end();
        compared = Optional.of(found);
        offer();
        CaptureChanges changes = found.changes();
        close.setVisible(true);
        close.setManaged(true);
        title.setText(text("triage.changes.shown", VisibleText.ofValue(FileName.last(found.path()), LONGEST),
                changes.before(), changes.now()));
        tables.forEach((aspect, table) -> {
            table.getItems().setAll(changes.of(aspect));
            table.getSelectionModel().selectFirst();
        });
        tabs.forEach((aspect,
                tab) -> tab.setText(text("triage.changes.tab", text("triage.changes." + aspect.word()),
                        changes.of(aspect).stream().filter(Change::isNew).count(),
                        changes.of(aspect).stream().filter(Change::isGone).count())));
    }

    private void stop() {
        RunTask<ComparedCaptures> task = running;
        if (task != null) {
            task.cancel();
        }
        end();
    }

    private void end() {
        running = null;
        progress.progressProperty().unbind(); // else the task is kept, and both captures with it
        setRunning(false);
    }

    private void setRunning(boolean isRunning) {
        progress.setVisible(isRunning);
        progress.setManaged(isRunning);
        cancel.setVisible(isRunning);
        cancel.setManaged(isRunning);
    }
}
