package org.sipsleuth.view.belief.table;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/// Asks the user for files with tables.
public interface TableFiles {

    /// A file to be opened; empty if the user thought better of it.
    Optional<Path> toOpen(Window window);

    /// A file to be written; empty if the user thought better of it.
    ///
    /// @param name a proposal for its name
    Optional<Path> toSave(Window window, String name);
}
