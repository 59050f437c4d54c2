package org.sipsleuth.app.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import org.sipsleuth.app.workbench.palette.PaletteView;
import org.sipsleuth.view.ui.command.Command;
import org.sipsleuth.view.ui.command.CommandGroup;

/// Hears the keys that do something everywhere, and shows everything that can be done: as a list of
/// keys, and as a palette to choose from.
final class CommandCentre {

    private final List<Command> everywhere;
    private final Map<String, Runnable> typed = new HashMap<>();
    private final Consumer<Node> show;
    private final List<CommandGroup> groups = new ArrayList<>();
    private final HelpPage help;
    private final PaletteView palette;
    private Supplier<List<Command>> ofPage = List::of;

    /// @param itself what the workbench can do
    /// @param views what its views can do
    /// @param about shows the page about the program
    /// @param show puts a page over all else
    /// @param hide takes it away
    CommandCentre(List<Command> itself, List<CommandGroup> views, Runnable about, Consumer<Node> show, Runnable hide) {
        this.show = show;
        everywhere = new ArrayList<>(itself);
        typed.put("?", this::showHelp);
        everywhere.add(Command.of("workbench.key.palette", "Ctrl+Shift+P", this::showPalette));
        everywhere.add(Command.of("workbench.key.help", "F1", this::showHelp));
        groups.add(new CommandGroup("workbench.help.everywhere", everywhere));
        groups.addAll(views);
        help = new HelpPage(groups, about, hide);
        palette = new PaletteView(groups, show::accept, hide);
    }

    /// Listens on the scene of a root: it hears keys also when nothing has the focus.
    void listen(Parent root) {
        root.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                listen(scene);
            }
        });
    }

    /// Does something when this character is typed where nobody else takes it.
    void onTyped(String character, Runnable act) {
        typed.put(character, act);
    }

    /// All commands of the window.
    List<CommandGroup> groups() {
        return List.copyOf(groups);
    }

    /// Also hears the keys of these commands, wherever the focus is but in a text field.
    ///
    /// @param inFront asked at each key for the commands of what is in front
    void alsoHear(Supplier<List<Command>> inFront) {
        ofPage = inFront;
    }

    /// Shows all keys.
    void showHelp() {
        show.accept(help.root());
    }

    /// Shows all commands, to find one by its words.
    void showPalette() {
        palette.open();
    }

    private void listen(Scene scene) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean isTyping = event.getTarget() instanceof TextInputControl;
            if (everywhere.stream().anyMatch(key -> key.handle(event))
                    || (!isTyping && ofPage.get().stream().anyMatch(k -> k.handle(event)))) {
                event.consume();
            }
        });
        scene.addEventHandler(KeyEvent.KEY_TYPED, event -> { // typed in a field it does not get here
            Runnable act = typed.get(event.getCharacter());
            if (act != null) {
                act.run();
                event.consume();
            }
        });
    }
}
