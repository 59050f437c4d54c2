package org.sipsleuth.app.workbench.palette;

import org.sipsleuth.view.ui.command.Command;
import org.sipsleuth.view.ui.command.CommandGroup;

/// A command with the part of the window that it belongs to.
///
/// @param part the name of that part
record PaletteEntry(String part, Command command) {

    static PaletteEntry of(CommandGroup group, Command command) {
        return new PaletteEntry(group.title(), command);
    }

    String words() {
        return command.words();
    }

    String keys() {
        return command.keyText();
    }
}
