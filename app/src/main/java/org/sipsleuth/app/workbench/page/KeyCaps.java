package org.sipsleuth.app.workbench.page;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.sipsleuth.view.ui.command.Command;
import org.sipsleuth.view.ui.command.CommandGroup;

/// Keys of the window that the first page shows, from the table of all keys.
final class KeyCaps {

    private static final String PAGES = "workbench.key.view.";
    private static final List<String> BEFORE_PAGES = List.of("workbench.key.open", "workbench.key.palette");
    private static final List<String> AFTER_PAGES =
            List.of("workbench.key.help", "workbench.key.theme", "workbench.key.fullscreen", "workbench.key.larger");

    private final List<Command> commands;

    KeyCaps(List<CommandGroup> groups) {
        commands = groups.stream().flatMap(group -> group.commands().stream()).toList();
    }

    /// The keys of a command: `Ctrl+O`.
    String keys(String textKey) {
        return command(textKey).keyText();
    }

    private Command command(String textKey) {
        return commands.stream().filter(command -> command.textKey().equals(textKey)).findFirst().orElseThrow();
    }

    /// Some keys, each with what it does.
    List<Node> rows() {
        List<Node> rows = new ArrayList<>();
        BEFORE_PAGES.forEach(key -> rows.add(row(key)));
        List<Command> pages = commands.stream()
                .filter(command -> command.textKey().startsWith(PAGES) && !command.keys().isEmpty())
                .toList();
        rows.add(row(text("workbench.start.keys.pages", pages.getFirst().keyText(), pages.size()),
                text("workbench.start.keys.pages.what")));
        AFTER_PAGES.forEach(key -> rows.add(row(key)));
        return rows;
    }

    private Node row(String textKey) {
        Command command = command(textKey);
        return row(command.keys().getFirst().getDisplayText(), command.words());
    }

    private static Node row(String keys, String words) {
        Label cap = new Label(keys);
        cap.getStyleClass().add("key");
        cap.setMinWidth(Region.USE_PREF_SIZE);
        HBox place = new HBox(cap);
        place.getStyleClass().add("key-place");
        Label what = new Label(words);
        what.setWrapText(true);
        what.setMinHeight(Region.USE_PREF_SIZE);
        HBox row = new HBox(place, what);
        row.getStyleClass().add("key-row");
        return row;
    }
}
