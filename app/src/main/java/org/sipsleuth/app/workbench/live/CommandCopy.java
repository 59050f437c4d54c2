package org.sipsleuth.app.workbench.live;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Puts a command into the clipboard, for a terminal.
final class CommandCopy {

    private CommandCopy() {}

    static void copy(String command) {
        ClipboardContent content = new ClipboardContent();
        content.putString(command);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
