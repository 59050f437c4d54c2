package org.sipsleuth.view.export;

import java.util.Locale;

/// How much of the captures is exported.
enum ExportScope {
    /// The chosen dialogs.
    DIALOGS,
    /// These with all legs of their calls.
    CALLS,
    /// The chosen messages.
    MESSAGES,
    /// The messages of the chosen range of time.
    TIME,
    /// All dialogs.
    ALL;

    /// What its texts are found by.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
