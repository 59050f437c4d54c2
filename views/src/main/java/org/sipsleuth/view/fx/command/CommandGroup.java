package org.sipsleuth.view.fx.command;

import java.util.List;
import org.sipsleuth.view.fx.Texts;

/// The commands of one part of the window.
///
/// @param titleKey the key of the part's name
public record CommandGroup(String titleKey, List<Command> commands) {

    public CommandGroup {
        commands = List.copyOf(commands);
    }

    /// The part's name.
    public String title() {
        return Texts.text(titleKey);
    }
}
