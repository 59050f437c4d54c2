package org.sipsleuth.view.dialogs;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.view.dialogs.column.DialogColumns;
import org.sipsleuth.view.dialogs.table.cell.LongTableSkin;
import org.sipsleuth.view.dialogs.table.cell.RowPainter;
import org.sipsleuth.view.dialogs.table.query.IntRows;
import org.sipsleuth.view.dialogs.table.query.RowGroups;
import org.sipsleuth.view.dialogs.table.query.SortKey;

/// Keeps the table in step with its view model: the rows, their order, and which are chosen.
final class TableRows {

    /// Choosing with the keyboard held down, or a range, comes as many changes; together they are
    /// one.
    private static final Duration CALM = Duration.millis(40);

    private static final int ROWS_ABOVE = 3;

    private final TableView<Integer> table;
    private final DialogsViewModel model;
    private final PauseTransition calm = new PauseTransition(CALM);
    private boolean following;

    /// Whether what is chosen was chosen elsewhere, and the user has not moved the list since.
    private boolean seeking;

    /// Whether it came into view; if it no longer is, the list was moved.
    private boolean reached;

    private boolean choosing;
    private List<Object> lastQuestion = List.of();

    private TableRows(TableView<Integer> table, DialogsViewModel model) {
        this.table = table;
        this.model = model;
    }

    /// Connects both for as long as they live.
    ///
    /// @param painter draws the rows
    static void connect(TableView<Integer> table, DialogsViewModel model, RowPainter painter) {
        table.setSkin(new LongTableSkin(table, painter));
        table.setRowFactory(_ -> new DialogRow(model, painter));
        new TableRows(table, model).listen();
    }

    /// The dialogs marked in the table, in its order; of a group that is marked all of them.
    private List<Integer> marked() {
        List<Integer> marked = table.getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).toList();
        return marked.stream().noneMatch(RowGroups::isGroup) ? marked
                : marked.stream().flatMap(this::dialogsOf).distinct().toList();
    }

    private Stream<Integer> dialogsOf(int row) {
        return RowGroups.isGroup(row)
                ? model.groups()
                        .stream()
                        .flatMap(groups -> IntStream.of(groups.dialogs(RowGroups.groupOf(row))).boxed())
                : Stream.of(row);
    }

    private void listen() {
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel().getSelectedIndices().addListener((ListChangeListener<Integer>) _ -> changed());
        table.setSortPolicy(_ -> sort());
        WideChoice.install(table, this::chooseRange);
        calm.setOnFinished(_ -> refresh());
        table.addEventFilter(ScrollEvent.SCROLL, _ -> seeking = false);
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> seeking = false);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        table.sceneProperty().addListener((_, _, scene) -> shownIn(scene));
        table.heightProperty().addListener((_, _, _) -> Platform.runLater(this::seek));
        model.sortProperty().subscribe(this::showSort);
        model.rowsProperty().subscribe(this::showRows);
        model.chosenProperty().subscribe(this::showChosen);
    }

    /// The order comes from the model; the table only says which one it shall be.
    private boolean sort() {
        if (!following) {
            model.sortBy(DialogColumns.sortKeys(table));
        }
        return true;
    }

    private void showSort(List<SortKey> keys) {
        following = true;
        DialogColumns.showSort(table, keys);
        following = false;
    }

    private void changed() {
        if (!following) {
            calm.playFromStart();
        }
    }

    private void refresh() {
        model.choose(marked());
    }

    /// A key that acts on what is chosen acts on the rows that are marked now.
    private void keyPressed(KeyEvent event) {
        seeking = false;
        boolean isMoving = event.getCode().isNavigationKey() || event.getCode().isModifierKey();
        if (!isMoving && calm.getStatus() == Animation.Status.RUNNING) {
            calm.stop();
            refresh();
        }
    }

    /// Chooses more rows than the table can mark; each row shows by itself that it is chosen.
    private void chooseRange(int first, int last) {
        calm.stop();
        following = true;
        table.getSelectionModel().clearSelection();
        following = false;
        choosing = true;
        model.choose(table.getItems().subList(first, last + 1).stream().flatMap(this::dialogsOf).distinct().toList());
        choosing = false;
    }

    /// Puts other rows into the table; what is chosen stays so, and the rows in view stay in
    /// sight where they can.
    private void showRows(IntRows rows) {
        int top = firstInSight();
        seeking = seeking && !(reached && !isInSight(table.getSelectionModel().getSelectedIndex()));
        int anchor = top > 0 && top < table.getItems().size() ? table.getItems().get(top) : -1;
        boolean pending = calm.getStatus() == Animation.Status.RUNNING;
        if (pending) {
            calm.stop();
            refresh();
        }
        following = true;
        List<TableColumn<Integer, ?>> order = List.copyOf(table.getSortOrder());
        table.setItems(rows); // forgets the order
        table.getSortOrder().setAll(order);
        following = false;
        int chosen = select(model.chosenProperty().get());
        scroll(rows, order, top, anchor, chosen);
        seek();
    }

    /// While a capture is read, the row on top stays on top; after another search or in another
    /// order, what is chosen is in view, or the beginning.
    private void scroll(IntRows rows, List<TableColumn<Integer, ?>> order, int top, int anchor, int chosen) {
        List<Object> question = List.of(model.searchProperty().get(), order);
        if (question.equals(lastQuestion)) {
            int row = rows.rowOf(anchor);
            if (anchor >= 0 && row >= 0 && row != top) {
                table.scrollTo(row);
            }
        } else {
            table.scrollTo(Math.max(0, chosen - ROWS_ABOVE));
        }
        lastQuestion = question;
    }

    private int firstInSight() {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getFirstVisibleCell() != null
                ? flow.getFirstVisibleCell().getIndex()
                : -1;
    }

    private void showChosen(List<Integer> chosen) {
        if (choosing || chosen.equals(marked())) {
            return;
        }
        calm.stop();
        select(chosen);
        seeking = true;
        seek();
    }

    /// What was chosen on another page is in view when the list is shown again.
    private void shownIn(@Nullable Scene scene) {
        if (scene != null) {
            seeking = true;
            Platform.runLater(this::seek);
        }
    }

    /// Brings what was chosen elsewhere into view, until the user moves the list.
    private void seek() {
        if (!seeking || table.getScene() == null) {
            return;
        }
        table.layout(); // else the rows in sight are those of before
        int first = model.chosenProperty()
                .get()
                .stream()
                .mapToInt(model.rowsProperty().get()::rowOf)
                .filter(row -> row >= 0)
                .min()
                .orElse(-1);
        if (first >= 0 && !isInSight(first)) {
            table.scrollTo(Math.max(0, first - ROWS_ABOVE));
            table.layout();
        }
        reached = first >= 0 && isInSight(first);
    }

    /// Chooses those rows of the table, returns the first of them, or -1.
    private int select(List<Integer> chosen) {
        following = true;
        try {
            int[] rows = chosen.stream().mapToInt(model.rowsProperty().get()::rowOf).toArray();
            int[] found = Arrays.stream(rows).filter(row -> row >= 0).sorted().toArray();
            table.getSelectionModel().clearSelection();
            if (found.length == 0 || found.length > WideChoice.MOST_MARKED) {
                return found.length == 0 ? -1 : found[0];
            }
            int[] others = Arrays.copyOfRange(found, 1, found.length);
            table.getSelectionModel().selectIndices(found[0], others);
            return found[0];
        } finally {
            following = false;
        }
    }

    private boolean isInSight(int row) {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getFirstVisibleCell() != null
                && flow.getLastVisibleCell() != null && row >= flow.getFirstVisibleCell().getIndex()
                && row < flow.getLastVisibleCell().getIndex();
    }
}
