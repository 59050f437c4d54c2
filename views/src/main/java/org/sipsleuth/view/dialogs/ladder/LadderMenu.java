package org.sipsleuth.view.dialogs.ladder;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.sipsleuth.view.dialogs.ladder.LadderModes.Mode;
import org.sipsleuth.view.ui.Texts;
import org.sipsleuth.view.ui.command.Command;

/// The commands of a ladder as menus, with the keys beside them.
final class LadderMenu {

    private final LadderCommands commands;
    private final LadderChoices choices;

    LadderMenu(LadderCommands commands, LadderChoices choices) {
        this.commands = commands;
        this.choices = choices;
    }

    /// Fills the menu of modes.
    void fill(MenuButton button) {
        LadderModes modes = commands.modes();
        List<MenuItem> items = new ArrayList<>();
        modes.rows().forEach(mode -> items.add(check(mode)));
        items.add(new SeparatorMenuItem());
        modes.overlays().forEach(mode -> items.add(check(mode)));
        items.add(new SeparatorMenuItem());
        items.add(radios("dialogs.ladder.menu.lanes", modes.lanes()));
        items.add(radios("dialogs.ladder.menu.colour", modes.colours()));
        items.add(radios("dialogs.ladder.menu.delta", modes.deltas()));
        items.add(new SeparatorMenuItem());
        commands.ofNames().forEach(command -> items.add(item(command)));
        items.add(new SeparatorMenuItem());
        items.add(item(commands.legend()));
        button.getItems().setAll(items);
    }

    /// The menu of the chosen lifelines.
    ContextMenu ofLifelines() {
        ContextMenu menu = new ContextMenu();
        commands.ofLifelines()
                .stream()
                .filter(command -> !command.textKey().endsWith("rename.other"))
                .forEach(command -> menu.getItems().add(item(command)));
        menu.getItems().add(new SeparatorMenuItem());
        commands.ofNames().forEach(command -> menu.getItems().add(item(command)));
        return menu;
    }

    private Menu radios(String titleKey, List<Mode> modes) {
        Menu menu = new Menu(Texts.text(titleKey));
        for (Mode mode : modes) {
            RadioMenuItem item = new RadioMenuItem(words(mode.command()));
            item.setOnAction(_ -> mode.command().action().run());
            choices.optionsProperty().subscribe(now -> item.setSelected(mode.isOn().test(now)));
            menu.getItems().add(item);
        }
        return menu;
    }

    private CheckMenuItem check(Mode mode) {
        CheckMenuItem item = new CheckMenuItem(words(mode.command()));
        item.setOnAction(_ -> mode.command().action().run());
        choices.optionsProperty().subscribe(now -> item.setSelected(mode.isOn().test(now)));
        return item;
    }

    private static MenuItem item(Command command) {
        MenuItem item = new MenuItem(words(command));
        item.setOnAction(_ -> command.action().run());
        return item;
    }

    /// With the key, which is heard by the ladder itself, so that it does nothing elsewhere.
    private static String words(Command command) {
        return command.keys().isEmpty() ? command.words()
                : Texts.text("dialogs.ladder.menu.item", command.words(), command.keys().getFirst().getDisplayText());
    }
}
