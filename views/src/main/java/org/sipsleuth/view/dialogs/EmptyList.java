package org.sipsleuth.view.dialogs;

import org.sipsleuth.view.ui.Texts;

/// Why the list has no rows, with what to do next.
enum EmptyList {
    /// No capture is open.
    NO_CAPTURE("dialogs.empty.capture"),
    /// The capture, or what has been read of it, has no dialog.
    NO_DIALOGS("dialogs.empty.dialogs"),
    /// The search finds nothing.
    NO_MATCH("dialogs.empty.match"),
    /// The window's filter leaves none.
    NO_FIT("dialogs.empty.filter"),
    /// No dialog is in the chosen time range.
    NOT_THEN("dialogs.empty.time");

    private final String key;

    EmptyList(String key) {
        this.key = key;
    }

    String title() {
        return Texts.text(key);
    }

    String advice() {
        return Texts.text(key + ".advice");
    }
}
