package org.sipsleuth.view.dialogs.condition;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.view.dialogs.table.cell.RowCell;
import org.sipsleuth.view.dialogs.table.query.DialogColumn;
import org.sipsleuth.view.dialogs.table.query.Listed;
import org.sipsleuth.view.dialogs.table.query.RowGroups;
import org.sipsleuth.view.session.filter.ConditionMenu;

/// The items at the top of the list's menu that filter by the cell it was asked for on.
public final class ListFilterItems {

    private final TableView<Integer> table;
    private final ObservableValue<@Nullable Listed> listed;
    private final ConditionMenu filter;
    private final List<MenuItem> added = new ArrayList<>();

    private ListFilterItems(TableView<Integer> table, ObservableValue<@Nullable Listed> listed, ConditionMenu filter) {
        this.table = table;
        this.listed = listed;
        this.filter = filter;
    }

    /// Puts them into the menu of a list each time it is asked for.
    public static void install(TableView<Integer> table, ObservableValue<@Nullable Listed> listed,
            ConditionMenu filter) {
        ListFilterItems items = new ListFilterItems(table, listed, filter);
        table.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, items::wanted);
    }

    private void wanted(ContextMenuEvent event) {
        ContextMenu menu = table.getContextMenu();
        if (menu == null) {
            return;
        }
        menu.getItems().removeAll(added);
        added.clear();
        added.addAll(filter.items(event.isKeyboardTrigger() ? ofFocused() : ofPointed(event)));
        if (!added.isEmpty()) {
            added.add(new SeparatorMenuItem());
        }
        menu.getItems().addAll(0, added);
    }

    private List<String> ofPointed(ContextMenuEvent event) {
        Node node = event.getPickResult().getIntersectedNode();
        while (node != null && !(node instanceof RowCell)) {
            node = node.getParent();
        }
        if (!(node instanceof RowCell cell)) {
            return List.of();
        }
        Point2D place = cell.screenToLocal(event.getScreenX(), event.getScreenY());
        TableColumn<Integer, ?> column = place == null ? null : cell.columnAt(place.getX());
        Integer row = cell.getTableRow().getItem();
        return row == null || column == null ? List.of() : of(row, column);
    }

    private List<String> ofFocused() {
        TablePosition<?, ?> focused = table.getFocusModel().getFocusedCell();
        Integer row = table.getFocusModel().getFocusedItem();
        return row == null ? List.of() : of(row, focused.getTableColumn());
    }

    private List<String> of(int row, @Nullable TableColumnBase<?, ?> column) {
        Listed now = listed.getValue();
        if (now == null || RowGroups.isGroup(row) || row >= now.index().dialogs().size()) {
            return List.of();
        }
        Object meant = column == null ? null : column.getUserData();
        return new CellConditions(filter.conditions()).of(now.index(), row,
                meant instanceof DialogColumn known ? known : null);
    }
}
