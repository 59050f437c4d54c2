package org.sipsleuth.view.dialogs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.view.dialogs.rows.DialogColumn;
import org.sipsleuth.view.dialogs.rows.Listed;
import org.sipsleuth.view.dialogs.rows.SortKey;

/// The columns of the table of dialogs: made, chosen, asked for the order of rows.
final class DialogColumns {

    private static final double NARROWEST = 34;
    private static final double DATE_WIDTH = 172;

    private DialogColumns() {}

    /// Gives the table all columns, and the menu an entry for each.
    static void install(
            TableView<Integer> table, MenuButton menu, ObservableValue<@Nullable Listed> listed) {
        for (DialogColumn column : DialogColumn.values()) {
            TableColumn<Integer, Integer> made = make(column, listed);
            table.getColumns().add(made);
            CheckMenuItem item = new CheckMenuItem(column.title());
            item.selectedProperty().bindBidirectional(made.visibleProperty());
            menu.getItems().add(item);
            if (column == DialogColumn.START) {
                giveDatesRoom(table, made, listed);
            } else if (column == DialogColumn.TRUTH) {
                offer(table, made, item, listed, now -> now.truth().isPresent());
            } else if (column == DialogColumn.KNOWN) {
                offer(table, made, item, listed, now -> now.marks().isPresent());
            }
        }
        ColumnWidths.share(table);
    }

    private static void giveDatesRoom(
            TableView<Integer> table,
            TableColumn<Integer, Integer> start,
            ObservableValue<@Nullable Listed> listed) {
        BooleanProperty dates = new SimpleBooleanProperty();
        listed.subscribe(now -> dates.set(now != null && DialogColumn.tellsDates(now.index())));
        dates.subscribe(
                told -> {
                    start.setPrefWidth(told ? DATE_WIDTH : DialogColumn.START.width());
                    ColumnWidths.fill(table);
                });
    }

    /// There is such a column only while there is something to show in it.
    private static void offer(
            TableView<Integer> table,
            TableColumn<Integer, Integer> column,
            CheckMenuItem item,
            ObservableValue<@Nullable Listed> listed,
            Predicate<Listed> possible) {
        BooleanProperty shown = new SimpleBooleanProperty();
        listed.subscribe(now -> shown.set(now != null && possible.test(now)));
        item.visibleProperty().bind(shown);
        shown.subscribe(
                told -> {
                    column.setVisible(told);
                    if (!told) {
                        table.getSortOrder().remove(column);
                    }
                });
    }

    /// What the user has chosen to sort by.
    static List<SortKey> sortKeys(TableView<Integer> table) {
        List<SortKey> keys = new ArrayList<>();
        for (TableColumn<Integer, ?> column : table.getSortOrder()) {
            if (column.getUserData() instanceof DialogColumn meant) {
                boolean ascending = column.getSortType() == TableColumn.SortType.ASCENDING;
                keys.add(new SortKey(meant, ascending));
            }
        }
        return keys;
    }

    /// The columns in sight with a text, from left to right.
    static List<DialogColumn> shown(TableView<Integer> table) {
        List<DialogColumn> columns = new ArrayList<>();
        for (TableColumn<Integer, ?> column : table.getVisibleLeafColumns()) {
            if (column.getUserData() instanceof DialogColumn meant && meant != DialogColumn.MARK) {
                columns.add(meant);
            }
        }
        return columns;
    }

    private static TableColumn<Integer, Integer> make(
            DialogColumn column, ObservableValue<@Nullable Listed> listed) {
        TableColumn<Integer, Integer> made = new TableColumn<>();
        Label head = new Label(column.head());
        head.setTooltip(new Tooltip(column.title()));
        made.setGraphic(head);
        made.setUserData(column);
        made.setId("column-" + column.key());
        made.setMinWidth(NARROWEST);
        made.setPrefWidth(column.width());
        made.setVisible(column.isShownFirst());
        made.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        made.setCellFactory(
                _ -> {
                    DialogCell cell = new DialogCell(column, listed);
                    cell.setOnMouseEntered(_ -> cell.offerTooltip());
                    return cell;
                });
        if (column.kind() == DialogColumn.Kind.NUMBER && column != DialogColumn.START) {
            made.getStyleClass().add("numeric");
        }
        return made;
    }
}
