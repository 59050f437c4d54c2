package org.sipsleuth.view.dialogs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.sipsleuth.annotation.NoteMark;
import org.sipsleuth.view.dialogs.ListCopies.Form;
import org.sipsleuth.view.dialogs.column.ColumnChoice;
import org.sipsleuth.view.dialogs.column.ColumnChooser;
import org.sipsleuth.view.dialogs.table.query.RowGroups;
import org.sipsleuth.view.ui.command.Command;

/// What can be done with the list: by keys, by its context menu, by the palette.
final class ListKeys {

    private final DialogsViewModel model;
    private final NotesModel notes;
    private final List<Command> copies = new ArrayList<>();
    private final List<Command> marks = new ArrayList<>();
    private final List<Command> others = new ArrayList<>();
    private TableView<Integer> table = new TableView<>();

    /// The buttons above the list.
    record Bar(MenuButton groups, Button columns) {}

    ListKeys(DialogsViewModel model, NotesModel notes) {
        this.model = model;
        this.notes = notes;
    }

    /// Connects the table and the bar above it.
    void install(TableView<Integer> list, ListStatus status, Bar bar, ColumnChoice choice) {
        table = list;
        ListCopies copy = new ListCopies(model, table);
        ListSaver saver = new ListSaver(model, table, status);
        ListMenus menus = new ListMenus(model);
        NoteEditor editor = new NoteEditor(notes);
        ColumnChooser chooser = new ColumnChooser(choice);
        menus.installGroups(bar.groups());
        bar.columns().setOnAction(_ -> chooser.toggle(bar.columns()));
        copies.add(command("copy", "Shortcut+C", () -> copy.copy(Form.TABS)));
        copies.add(command("callids", "", () -> copy.copy(Form.CALL_IDS)));
        copies.add(command("csv", "", () -> copy.copy(Form.CSV)));
        copies.add(command("json", "", () -> copy.copy(Form.JSON)));
        copies.add(command("markdown", "", () -> copy.copy(Form.MARKDOWN)));
        copies.add(command("save", "Shortcut+Shift+S", saver::ask));
        for (NoteMark mark : NoteMark.values()) {
            String digit = Integer.toString(marks.size() + 1);
            marks.add(command("mark." + digit, digit, () -> notes.mark(Optional.of(mark))));
        }
        marks.add(command("mark.0", "0", () -> notes.mark(Optional.empty())));
        marks.add(command("tags", "T", () -> editor.open(bar.groups(), false)));
        marks.add(command("comment", "N", () -> editor.open(bar.groups(), true)));
        marks.add(command("undo", "Shortcut+Z", notes::undo));
        marks.add(command("redo", "Shortcut+Y", notes::redo));
        others.add(Command.of("dialogs.command.dialogs.sort", "F9", () -> menus.showSorts(table)));
        others.add(Command.of("dialogs.command.dialogs.group", "G", bar.groups()::show));
        others.add(Command.of("dialogs.command.dialogs.columns", "F10", () -> chooser.toggle(bar.columns())));
        table.setContextMenu(contextMenu());
    }

    private static Command command(String name, String keys, Command.Action action) {
        return Command.when("dialogs.command.dialogs." + name, keys, action);
    }

    /// All of it.
    List<Command> commands() {
        List<Command> all = new ArrayList<>(copies);
        all.addAll(marks);
        all.addAll(others);
        return all;
    }

    /// Does what a key asks for.
    ///
    /// @return whether it was one of these
    boolean pressed(KeyEvent event) {
        return openedGroup(event) || commands().stream().anyMatch(each -> each.handle(event));
    }

    /// On a group the arrows open and close it.
    private boolean openedGroup(KeyEvent event) {
        Integer row = table.getFocusModel().getFocusedItem();
        if (row == null || !RowGroups.isGroup(row)) {
            return false;
        }
        int group = RowGroups.groupOf(row);
        boolean isOpening = event.getCode() == KeyCode.RIGHT && !model.isOpen(group);
        boolean isClosing = event.getCode() == KeyCode.LEFT && model.isOpen(group);
        if (isOpening || isClosing) {
            int focused = table.getFocusModel().getFocusedIndex();
            model.open(group, isOpening);
            table.getFocusModel().focus(focused);
        }
        return isOpening || isClosing;
    }

    /// Offers in the context menu what another part of the window does.
    void offer(Command command) {
        table.getContextMenu().getItems().addAll(new SeparatorMenuItem(), item(command));
    }

    private ContextMenu contextMenu() {
        Menu marking = new Menu(org.sipsleuth.view.ui.Texts.text("dialogs.mark"));
        marks.forEach(mark -> marking.getItems().add(item(mark)));
        ContextMenu menu = new ContextMenu();
        copies.forEach(copy -> menu.getItems().add(item(copy)));
        menu.getItems().addAll(new SeparatorMenuItem(), marking);
        others.forEach(other -> menu.getItems().add(item(other)));
        return menu;
    }

    /// The key is beside the words, and not as an accelerator: that would act everywhere.
    private static MenuItem item(Command command) {
        String keys = command.keyText();
        MenuItem item = new MenuItem(command.words() + (keys.isEmpty() ? "" : "   (" + keys + ")"));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> command.action().run());
        return item;
    }
}
