package org.sipsleuth.view.triage;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
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
import org.sipsleuth.change.Aspect;
import org.sipsleuth.change.CaptureChanges;
import org.sipsleuth.change.Change;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.number.DialledNumbers;
import org.sipsleuth.number.RateTable;
import org.sipsleuth.run.FaultSink;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.casefile.OpenCase;
import org.sipsleuth.view.session.page.FileChoice;
import org.sipsleuth.view.ui.WindowFaults;

/// What changed from some captures to others: a table for each aspect, the most surprising change
/// first, and the dialogs of the selected one on both sides. The side of now has the open captures
/// until others are chosen; a row opens its dialogs in them. The captures that were read are kept
/// until the comparison ends. Used on the JavaFX thread.
final class ChangesPane extends VBox {

    /// What is asked for.
    static final FileChoice.Kind CAPTURES = new FileChoice.Kind("captures.before", "triage.changes.chooser.",
            List.of("*.pcap", "*.pcapng", "*.cap", "*.gz", "*.zst", "*.erf"));

    private static final int LONGEST = 1_000;
    private static final int LONGEST_NAME = 120;

    /// An empty table offers no more captures than fit; the menu has all.
    private static final int MOST_OFFERED = 8;

    private static final int SIDE_NOW_KEEPS = 1;

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
    private final CaptureProposals proposals;
    private final ChangedDialogs dialogs;
    private final Consumer<List<Integer>> opened;
    private final Label title = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final CaptureSide sideBefore =
            new CaptureSide("triage-compare", text("triage.changes.before"), 0, this::fill);
    private final CaptureSide sideNow =
            new CaptureSide("triage-compare-now", text("triage.changes.now"), SIDE_NOW_KEEPS, this::fill);
    private final Button close = new Button(text("triage.changes.close"));
    private final Button cancel = new Button(text("triage.changes.cancel"));
    private final Map<Aspect, TableView<Change>> tables = new EnumMap<>(Aspect.class);
    private final Map<Aspect, Tab> tabs = new EnumMap<>(Aspect.class);
    private final TabPane all = new TabPane();
    private final Map<Aspect, SplitPane> panes = new EnumMap<>(Aspect.class);
    private Optional<SipIndex> now = Optional.empty();
    private Optional<ComparedCaptures> compared = Optional.empty();
    private @Nullable RunTask<ComparedCaptures> running;

    /// Whether the sides are being changed here, and not by the user.
    private boolean isPreparing;

    /// @param cases the open case, whose captures are offered
    /// @param recent the captures that were opened last
    /// @param dialogs shows those of a change
    /// @param opened receives the dialogs of a change in the open capture, to open them
    ChangesPane(FileChoice files, Executor background, ObservableValue<Optional<OpenCase>> cases,
            Supplier<List<Path>> recent, ChangedDialogs dialogs, Consumer<List<Integer>> opened) {
        this.files = files;
        this.background = background;
        proposals = new CaptureProposals(cases, recent, background, this::offer);
        this.dialogs = dialogs;
        this.opened = opened;
        getStyleClass().add("triage-changes");
        close.setId("triage-changes-close");
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(_ -> endComparison());
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(_ -> endComparison());
        title.setId("triage-changes-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sideBefore, Priority.ALWAYS);
        HBox.setHgrow(sideNow, Priority.ALWAYS);
        HBox sides = new HBox(24, sideBefore, sideNow);
        for (CaptureSide side : List.of(sideBefore, sideNow)) {
            side.prefWidthProperty().bind(sides.widthProperty().divide(2));
            side.captures().addListener((ListChangeListener<ChosenCapture>) _ -> compare());
        }
        HBox answer = new HBox(10, title, progress, cancel, close);
        answer.setAlignment(Pos.CENTER_LEFT);
        VBox head = new VBox(6, sides, answer);
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
            if (compared.filter(ComparedCaptures::isOpen).isPresent()) {
                opened.accept(chosen.dialogs());
            } else {
                dialogs.focusNow();
            }
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
        WindowFaults.values(column, FaultSink.FAILED, value);
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
        WindowFaults.values(column, value::applyAsInt);
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

    /// Follows the open captures.
    void show(Optional<SipIndex> open) {
        boolean isMore = !open.map(SipIndex::files).equals(now.map(SipIndex::files));
        boolean isCompared = compared.isPresent() || running != null;
        boolean isOther = open.isEmpty() || !paths(open).equals(paths(now)) || (isMore && isCompared);
        now = open; // what is offered beside it stays the same while it grows
        sideBefore.menu().setDisable(open.isEmpty());
        sideNow.menu().setDisable(open.isEmpty());
        if (isOther) {
            stop();
            prepare(List.of(), ofOpen());
            clear();
            proposals.show(open);
        }
    }

    private static List<Path> paths(Optional<SipIndex> index) {
        return index.stream().flatMap(each -> each.files().stream()).map(CaptureSummary::path).toList();
    }

    private List<ChosenCapture> ofOpen() {
        return now.stream()
                .flatMap(index -> index.files().stream())
                .map(file -> ChosenCapture.of(file.path()))
                .toList();
    }

    /// Chooses captures without comparing them.
    private void prepare(List<ChosenCapture> before, List<ChosenCapture> others) {
        isPreparing = true;
        try {
            sideBefore.captures().setAll(before);
            sideNow.captures().setAll(others);
        } finally {
            isPreparing = false;
        }
    }

    /// The index of the side before, while there is a comparison.
    Optional<SipIndex> before() {
        return compared.map(ComparedCaptures::before);
    }

    /// Forgets the comparison and the captures that were chosen for it.
    private void endComparison() {
        stop();
        prepare(List.of(), ofOpen());
        clear();
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

    private List<CaptureProposals.Proposal> proposed() {
        Set<String> taken = Stream.of(sideBefore, sideNow)
                .flatMap(side -> side.captures().stream())
                .map(ChosenCapture::key)
                .collect(Collectors.toUnmodifiableSet());
        return proposals.all(taken);
    }

    /// Fills the menu of a side: any capture, and those that are at hand.
    private void fill(CaptureSide side) {
        MenuItem another = new MenuItem(text("triage.changes.another"));
        another.setId(side.menu().getId() + "-another");
        another.setOnAction(_ -> ask(side));
        side.menu().getItems().setAll(another);
        proposed().stream()
                .collect(Collectors.groupingBy(CaptureProposals.Proposal::origin, TreeMap::new, Collectors.toList()))
                .forEach((origin, those) -> {
                    MenuItem head = new MenuItem(text("triage.changes.of." + origin.word()));
                    head.setDisable(true);
                    side.menu().getItems().addAll(new SeparatorMenuItem(), head);
                    those.forEach(each -> side.menu().getItems().add(item(each.capture(), side)));
                });
    }

    private static MenuItem item(ChosenCapture capture, CaptureSide side) {
        MenuItem item = new MenuItem(VisibleText.ofValue(capture.name(), LONGEST_NAME));
        item.setMnemonicParsing(false); // names have underscores
        item.setOnAction(_ -> side.captures().add(capture));
        return item;
    }

    /// Offers captures where a comparison can begin.
    private void offer() {
        if (tables.size() < Aspect.values().length) {
            return; // the tables are still being made
        }
        fill(sideBefore);
        fill(sideNow);
        List<CaptureProposals.Proposal> at = proposed();
        tables.values().forEach(table -> ((Placeholder) table.getPlaceholder()).show(at));
    }

    /// What an empty table says: what to do next, and the captures to do it with.
    private final class Placeholder extends VBox {

        private final Label nothing = new Label();
        private final Button another = new Button(text("triage.changes.another"));

        Placeholder() {
            super(6);
            setAlignment(Pos.CENTER);
            getStyleClass().add("triage-changes-offers");
            nothing.setWrapText(true);
            another.getStyleClass().add("small");
            another.setOnAction(_ -> ask(sideBefore));
        }

        void show(List<CaptureProposals.Proposal> proposals) {
            boolean isOffered = compared.isEmpty() && now.isPresent() && running == null;
            nothing.setText(running != null ? ""
                    : text(isOffered ? "triage.changes.none"
                            : compared.isPresent() ? "triage.changes.same"
                            : "triage.changes.closed"));
            getChildren().setAll(nothing);
            if (isOffered) {
                Optional<CaptureProposals.Origin> last = Optional.empty();
                for (CaptureProposals.Proposal each : proposals.stream().limit(MOST_OFFERED).toList()) {
                    if (!last.equals(Optional.of(each.origin()))) {
                        last = Optional.of(each.origin());
                        Label head = new Label(text("triage.changes.of." + each.origin().word()));
                        head.getStyleClass().add("triage-note");
                        getChildren().add(head);
                    }
                    getChildren().add(button(each.capture()));
                }
                getChildren().add(another);
            }
        }

        private Button button(ChosenCapture capture) {
            Button button = new Button(VisibleText.ofValue(capture.name(), LONGEST_NAME));
            button.setMnemonicParsing(false);
            button.getStyleClass().add("small");
            button.setTooltip(new Tooltip(VisibleText.ofValue(capture.key(), LONGEST)));
            button.setOnAction(_ -> sideBefore.captures().add(capture));
            return button;
        }
    }

    private void ask(CaptureSide side) {
        files.toOpen(getScene().getWindow()).map(ChosenCapture::of).ifPresent(side.captures()::add);
    }

    /// Reads the captures of both sides, and compares; the open ones are read already.
    private void compare() {
        if (isPreparing) {
            return;
        }
        stop();
        clear();
        List<ChosenCapture> earlier = List.copyOf(sideBefore.captures());
        List<ChosenCapture> later = List.copyOf(sideNow.captures());
        if (now.isEmpty() || earlier.isEmpty()) {
            return;
        }
        SipIndex open = now.get();
        boolean isOpen = keys(later).equals(keys(ofOpen()));
        RunTask<ComparedCaptures> task = new RunTask<>(monitor -> {
            SipIndex before = read(earlier, monitor);
            SipIndex others = isOpen ? open : read(later, monitor);
            return new ComparedCaptures(before, others, isOpen, CaptureChanges.of(before, others, numbers(), monitor));
        });
        running = task;
        progress.progressProperty().bind(task.progressProperty());
        setRunning(true);
        title.setText(text("triage.changes.comparing"));
        offer();
        task.setOnSucceeded(_ -> show(task.getValue()));
        task.setOnFailed(_ -> {
            if (task.equals(running)) { // else others are compared by now
                endComparison();
                title.setText(failed(task.getException()));
            }
        });
        background.execute(task);
    }

    private static Set<String> keys(List<ChosenCapture> captures) {
        return captures.stream().map(ChosenCapture::key).collect(Collectors.toUnmodifiableSet());
    }

    /// A capture that cannot be read, named.
    private static final class UnreadableCapture extends IOException {

        private static final long serialVersionUID = 1;

        UnreadableCapture(ChosenCapture capture, IOException cause) {
            super(text("triage.changes.failed", VisibleText.ofValue(capture.name(), LONGEST_NAME),
                    VisibleText.ofValue(String.valueOf(cause.getMessage()), LONGEST)), cause);
        }
    }

    private static SipIndex read(List<ChosenCapture> captures, RunMonitor monitor) throws IOException {
        List<Path> paths = new ArrayList<>();
        for (ChosenCapture each : captures) {
            try {
                paths.add(each.file().find(monitor));
            } catch (IOException unreadable) {
                throw new UnreadableCapture(each, unreadable);
            }
        }
        try {
            return CaptureIndexer.read(paths, monitor);
        } catch (IOException unreadable) {
            throw captures.size() > 1 ? unreadable : new UnreadableCapture(captures.getFirst(), unreadable);
        }
    }

    private static String failed(Throwable cause) {
        return cause instanceof UnreadableCapture ? String.valueOf(cause.getMessage())
                : text("triage.changes.failed.all", VisibleText.ofValue(String.valueOf(cause.getMessage()), LONGEST));
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
        title.setText(text("triage.changes.shown", ComparedCaptures.name(found.before()), changes.before(),
                ComparedCaptures.name(found.now()), changes.now(), found.isOpen() ? 1 : 0));
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
