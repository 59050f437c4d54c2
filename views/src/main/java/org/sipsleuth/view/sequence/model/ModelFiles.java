package org.sipsleuth.view.sequence.model;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/// Asks the user for model files. Waits for the answer; empty if the user thought better of it.
public interface ModelFiles {

    /// Which one to open.
    Optional<Path> toOpen(Window window);

    /// Where to save one.
    ///
    /// @param name how it may be called
    Optional<Path> toSave(Window window, String name);
}
