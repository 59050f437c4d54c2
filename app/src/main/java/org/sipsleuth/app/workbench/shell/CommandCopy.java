package org.sipsleuth.app.workbench.shell;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Puts a command into the clipboard, for a terminal.
public final class CommandCopy {

    private CommandCopy() {}

    /// Copies it.
    public static void copy(String command) {
        ClipboardContent content = new ClipboardContent();
        content.putString(command);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
