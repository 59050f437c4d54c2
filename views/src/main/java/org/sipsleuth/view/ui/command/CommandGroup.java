package org.sipsleuth.view.ui.command;

import java.util.List;
import javafx.scene.input.KeyEvent;
import org.sipsleuth.view.ui.Texts;

/// The commands of one part of the window.
///
/// @param titleKey identifies it: the key of the part's name
/// @param title the part's name
public record CommandGroup(String titleKey, String title, List<Command> commands) {

    /// A part whose name is in the window's bundle.
    public CommandGroup(String titleKey, List<Command> commands) {
        this(titleKey, Texts.text(titleKey), commands);
    }

    public CommandGroup {
        commands = List.copyOf(commands);
    }

    /// Does the first command that has the event's keys and something to do.
    ///
    /// @return whether there was one
    public boolean handle(KeyEvent event) {
        return commands.stream().anyMatch(command -> command.handle(event));
    }
}
