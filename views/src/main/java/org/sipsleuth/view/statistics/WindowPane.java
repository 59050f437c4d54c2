package org.sipsleuth.view.statistics;

import static org.sipsleuth.view.ui.Texts.text;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.statistics.WindowCount;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.session.filter.Filtered;
import org.sipsleuth.view.ui.UtcTime;
import org.sipsleuth.view.ui.WindowFaults;
import org.sipsleuth.view.ui.chart.ChartCopies;
import org.sipsleuth.view.ui.chart.DataTable;

/// The messages that the window's filter selects, counted in windows of a length that the user types. A
/// row that is chosen chooses its time.
final class WindowPane {

    private static final int FIRST_SECONDS = 5;
    private static final double HEIGHT = 210;
    private static final long NANOS = 1_000_000_000L;

    private final Executor background;
    private final TextField seconds = new TextField(Integer.toString(FIRST_SECONDS));
    private final Label note = new Label();
    private final TableView<WindowCount> table = new TableView<>();
    private final VBox root = new VBox();
    private Optional<SipIndex> index = Optional.empty();
    private Optional<Filtered> filtered = Optional.empty();
    private @Nullable RunTask<List<WindowCount>> running;
    private boolean isInSight;

    /// @param background where it counts
    /// @param choose is given the time of a window that is chosen
    WindowPane(Executor background, Consumer<TimeRange> choose) {
        this.background = background;
        table.setId("statistics-windows");
        table.getColumns().add(column("statistics.windows.from", window -> UtcTime.dateAndClock(window.fromNanos())));
        table.getColumns().add(column("statistics.windows.messages", WindowCount::messages));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPrefHeight(HEIGHT);
        table.setMinHeight(HEIGHT);
        table.getSelectionModel().selectedItemProperty().subscribe(window -> {
            if (window != null) {
                choose.accept(new TimeRange(window.fromNanos(), window.fromNanos() + length() * NANOS - 1));
            }
        });
        note.setId("statistics-windows-note");
        note.getStyleClass().add("legend");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        root.getStyleClass().add("statistics-card");
        root.getChildren().addAll(head(), note, table);
        seconds.textProperty().subscribe(_ -> count());
    }

    private static <T> TableColumn<WindowCount, T> column(String key,
            java.util.function.Function<WindowCount, T> value) {
        TableColumn<WindowCount, T> column = new TableColumn<>(text(key));
        WindowFaults.values(column, value);
        return column;
    }

    private Node head() {
        Label title = new Label(text("statistics.windows"));
        title.getStyleClass().add("card-title");
        title.setLabelFor(seconds);
        seconds.setId("statistics-window-seconds");
        seconds.setPrefColumnCount(4);
        seconds.setAccessibleText(text("statistics.windows"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        MenuButton copies = new MenuButton();
        copies.getStyleClass().addAll("small", "flat");
        ChartCopies.installData(copies, this::data);
        HBox head = new HBox(title, seconds, new Label(text("statistics.windows.unit")), gap, copies);
        head.getStyleClass().add("card-bar");
        return head;
    }

    Node root() {
        return root;
    }

    /// Counts in this index from now on.
    void show(SipIndex shown) {
        index = Optional.of(shown);
        count();
    }

    /// Counts only what the window's filter selects.
    void showFiltered(Optional<Filtered> left) {
        filtered = left;
        count();
    }

    void showNothing() {
        index = Optional.empty();
        count();
    }

    /// Counts while somebody looks.
    void setInSight(boolean isSeen) {
        isInSight = isSeen;
        count();
    }

    /// The length of a window in seconds; 0 if none is typed.
    private long length() {
        return seconds.getText().matches("[0-9]{1,6}") ? Long.parseLong(seconds.getText()) : 0;
    }

    private void count() {
        if (running != null) {
            running.cancel();
            running = null;
        }
        Optional<SipIndex> now = index;
        if (!isInSight || now.isEmpty() || length() == 0) {
            table.getItems().clear();
            note.setText(length() == 0 ? text("statistics.windows.none") : "");
            return;
        }
        Duration length = Duration.ofSeconds(length());
        Optional<Filtered> left = filtered.filter(each -> each.isOf(now.get()));
        RunTask<List<WindowCount>> task =
                new RunTask<>(_ -> WindowCount.of(now.get().messages(), counted(now.get(), left), length));
        task.setOnSucceeded(_ -> {
            table.getItems().setAll(task.getValue());
            note.setText(text(left.isPresent() ? "statistics.windows.filtered" : "statistics.windows.all",
                    task.getValue().size()));
        });
        task.setOnFailed(_ -> {
            table.getItems().clear();
            note.setText(text("statistics.windows.many", WindowCount.MOST));
        });
        running = task;
        background.execute(task);
    }

    private static IntStream counted(SipIndex index, Optional<Filtered> left) {
        return left.map(each -> each.found().messages()).orElseGet(() -> IntStream.range(0, index.messages().size()));
    }

    private DataTable data() {
        List<List<Object>> rows = new ArrayList<>();
        table.getItems()
                .forEach(window -> rows
                        .add(List.of(Instant.ofEpochSecond(window.fromNanos() / NANOS).toString(), window.messages())));
        return new DataTable(List.of("from", "messages"), rows);
    }
}
