package org.sipsleuth.view.dialogs;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleGroup;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.field.DialogField;
import org.sipsleuth.view.dialogs.column.DialogColumns;
import org.sipsleuth.view.dialogs.table.query.DialogColumn;
import org.sipsleuth.view.dialogs.table.query.Listed;
import org.sipsleuth.view.dialogs.table.query.OwnColumn;
import org.sipsleuth.view.dialogs.table.query.SortKey;

/// The menus by which the list is grouped, and sorted without a mouse.
final class ListMenus {

    private static final List<DialogColumn> GROUPS = Stream
            .concat(Stream.of(OwnColumn.PROBLEM), Stream.concat(Stream
                    .of(DialogField.SEQUENCE, DialogField.CALLER, DialogField.CALLEE, DialogField.USER_AGENT,
                            DialogField.SERVER, DialogField.FINAL_STATUS, DialogField.OUTCOME, DialogField.CAUSE,
                            DialogField.HINTS, DialogField.REASON, DialogField.SRC_IP, DialogField.CODEC)
                    .map(DialogColumn::of), Stream.of(OwnColumn.CALL, OwnColumn.NOTE, OwnColumn.TAGS, OwnColumn.TRUTH)))
            .toList();

    private final DialogsViewModel model;
    private final ContextMenu sorts = new ContextMenu();

    ListMenus(DialogsViewModel model) {
        this.model = model;
    }

    /// Fills the menu of groups.
    void installGroups(MenuButton menu) {
        ToggleGroup one = new ToggleGroup();
        RadioMenuItem none = item(one, text("dialogs.group.by.none"), Optional.empty());
        menu.getItems().add(none);
        menu.getItems().add(new SeparatorMenuItem());
        for (DialogColumn column : GROUPS) {
            menu.getItems().add(item(one, column.title(), Optional.of(column)));
        }
        menu.getItems().add(new SeparatorMenuItem());
        MenuItem open = new MenuItem(text("dialogs.group.open"));
        open.setOnAction(_ -> model.openAll(true));
        MenuItem close = new MenuItem(text("dialogs.group.close"));
        close.setOnAction(_ -> model.openAll(false));
        menu.getItems().addAll(open, close);
        model.listedProperty().subscribe(listed -> conceal(menu, listed));
    }

    /// Columns that a lab keeps back are not offered, and nothing stays grouped by one.
    private void conceal(MenuButton menu, @Nullable Listed listed) {
        for (MenuItem item : menu.getItems()) {
            if (item.getUserData() instanceof DialogColumn column) {
                item.setVisible(listed == null || column.states().filter(listed.index()::conceals).isEmpty());
            }
        }
        if (listed != null && model.groupProperty()
                .get()
                .flatMap(DialogColumn::states)
                .filter(listed.index()::conceals)
                .isPresent()) {
            model.groupBy(Optional.empty());
        }
    }

    private RadioMenuItem item(ToggleGroup one, String words, Optional<DialogColumn> column) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setId("group-" + column.map(DialogColumn::key).orElse("none"));
        column.ifPresent(item::setUserData);
        item.setToggleGroup(one);
        item.setOnAction(_ -> model.groupBy(column));
        model.groupProperty().subscribe(now -> item.setSelected(now.equals(column)));
        return item;
    }

    /// Shows the columns in view to sort by: each time one is chosen it goes on from rising to
    /// falling to none, and stays behind those chosen before it.
    void showSorts(TableView<Integer> table) {
        sorts.getItems().clear();
        MenuItem none = new MenuItem(text("dialogs.sort.none"));
        none.setOnAction(_ -> model.sortBy(List.of()));
        sorts.getItems().add(none);
        for (DialogColumn column : DialogColumns.shown(table)) {
            MenuItem item = new MenuItem(column.title() + sign(column));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> model.sortBy(next(model.sortProperty().get(), column)));
            sorts.getItems().add(item);
        }
        sorts.show(table, Side.TOP, 0, 0);
    }

    private String sign(DialogColumn column) {
        List<SortKey> keys = model.sortProperty().get();
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).column().equals(column)) {
                return "  " + (keys.get(i).ascending() ? "▲" : "▼") + (i + 1);
            }
        }
        return "";
    }

    /// The keys after a column was chosen once more.
    static List<SortKey> next(List<SortKey> keys, DialogColumn column) {
        List<SortKey> changed = new ArrayList<>();
        boolean isThere = false;
        for (SortKey key : keys) {
            if (!key.column().equals(column)) {
                changed.add(key);
            } else {
                isThere = true;
                if (key.ascending()) {
                    changed.add(new SortKey(column, false));
                }
            }
        }
        if (!isThere) {
            changed.add(new SortKey(column, true));
        }
        return changed;
    }
}
