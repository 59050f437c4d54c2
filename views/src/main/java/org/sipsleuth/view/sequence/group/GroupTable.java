package org.sipsleuth.view.sequence.group;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.run.FaultSink;
import org.sipsleuth.view.sequence.state.Chosen;
import org.sipsleuth.view.sequence.state.Listed;
import org.sipsleuth.view.sequence.state.Sign;
import org.sipsleuth.view.ui.WindowFaults;
import org.sipsleuth.view.ui.chart.ChartCopies;

/// The table of the listed groups or sequences. A chosen row chooses its dialogs
/// everywhere, and rows whose dialogs are chosen elsewhere are chosen here.
public final class GroupTable {

    private static final double LEAST_WIDTH = 90;

    private final GroupList list;
    private final Chosen chosen;
    private final TableView<Listed> table = new TableView<>();
    private final MenuButton copy = new MenuButton();

    /// The cells that show marks, as many as rows are seen: they change while a line is dragged.
    private final List<Cell> marks = new ArrayList<>();

    /// Whether rows are being chosen by the program and not by the user.
    private boolean isFollowing;

    public GroupTable(GroupList list, Chosen chosen) {
        this.list = list;
        this.chosen = chosen;
        table.setId("groups");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getStyleClass().addAll("dense", "groups");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setPlaceholder(new Label(text("sequence.none.listed")));
        for (GroupColumn column : GroupColumn.values()) {
            table.getColumns().add(column(column));
        }
        table.setItems(list.listed());
        table.setSortPolicy(this::sort);
        copy.setId("groups-copy");
        copy.getStyleClass().addAll("flat", "button-icon", "small");
        ChartCopies.installData(copy, list::data);
        list.changesProperty().subscribe(_ -> changed());
        chosen.dialogsProperty().when(isShown()).subscribe(_ -> follow());
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<Listed>) _ -> choose());
    }

    /// The table.
    public TableView<?> root() {
        return table;
    }

    /// The menu by which the list is copied.
    public Node copyMenu() {
        return copy;
    }

    /// What is chosen in other views changes nothing here that nobody sees.
    private ObservableValue<Boolean> isShown() {
        return table.sceneProperty().map(_ -> true).orElse(false);
    }

    private TableColumn<Listed, Object> column(GroupColumn its) {
        TableColumn<Listed, Object> column = new TableColumn<>(its.title(list.isByHop()));
        column.setId("group-" + its.name());
        column.setUserData(its);
        column.setPrefWidth(its.width());
        column.setMinWidth(Math.min(its.width(), LEAST_WIDTH));
        if (its.isNumber()) {
            column.setMaxWidth(its.width());
        }
        WindowFaults.values(column, FaultSink.FAILED, row -> its.value(row, list.lines()));
        column.setCellFactory(_ -> new Cell(its));
        if (its.isNumber()) {
            column.getStyleClass().add("number");
        }
        return column;
    }

    private void changed() {
        for (TableColumn<Listed, ?> column : table.getColumns()) {
            if (column.getUserData() instanceof GroupColumn its) {
                column.setText(its.title(list.isByHop()));
                column.setVisible(its.isShown(list.lines(), list.hasTruth()));
            }
        }
        marks.forEach(Cell::showMark);
        follow();
    }

    private boolean sort(TableView<Listed> view) {
        list.sort(Optional.ofNullable(view.getComparator()));
        return true;
    }

    private void choose() {
        if (!isFollowing) {
            List<Listed> rows = table.getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).toList();
            if (!rows.isEmpty()) {
                chosen.choose(rows, false);
            }
        }
    }

    private void follow() {
        isFollowing = true;
        try {
            var selection = table.getSelectionModel();
            List<Integer> wanted = IntStream.range(0, list.listed().size())
                    .filter(i -> chosen.has(list.listed().get(i)))
                    .boxed()
                    .toList();
            if (!wanted.equals(selection.getSelectedIndices().stream().sorted().toList())) {
                selection.clearSelection();
                if (!wanted.isEmpty()) {
                    int[] rest = wanted.stream().skip(1).mapToInt(i -> i).toArray();
                    selection.selectIndices(wanted.getFirst(), rest);
                    table.scrollTo(wanted.getFirst());
                }
            }
        } finally {
            isFollowing = false;
        }
    }

    /// Shows a value with the colour of its mark; whole in a tooltip.
    private final class Cell extends TableCell<Listed, Object> {

        private final GroupColumn its;

        Cell(GroupColumn its) {
            this.its = its;
            if (its == GroupColumn.MARK) {
                marks.add(this);
            }
        }

        /// Shows what the lines say now.
        void showMark() {
            for (Sign sign : Sign.values()) {
                getStyleClass().remove(sign.styleClass());
            }
            Listed row = isEmpty() || getTableRow() == null ? null : getTableRow().getItem();
            if (row != null) {
                Sign sign = list.lines().sign(row);
                setText(sign.words());
                getStyleClass().add(sign.styleClass());
            }
        }

        @Override
        protected void updateItem(@Nullable Object value, boolean empty) {
            super.updateItem(value, empty);
            Listed row = empty ? null : getTableRow().getItem();
            if (row == null) {
                setText(null);
                setTooltip(null);
                if (its == GroupColumn.MARK) {
                    showMark();
                }
                return;
            }
            setText(WindowFaults.SINK.contain("column " + its, FaultSink.FAILED, () -> its.words(row, list.lines())));
            setTooltip(its.isNumber() ? null : new Tooltip(getText()));
            if (its == GroupColumn.MARK) {
                showMark();
            }
        }
    }
}
