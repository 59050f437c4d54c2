package org.sipsleuth.view.ui.folder;

import java.io.IOException;
import java.nio.file.Path;

/// Shows in the system's file manager where a file lies. Not on the JavaFX thread: the file manager
/// may take its time.
@FunctionalInterface
public interface FolderOpener {

    /// Shows it.
    ///
    /// @throws IOException if that cannot be done here, with a sentence for the user
    void show(Path file) throws IOException;
}
