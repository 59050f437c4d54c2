package org.sipsleuth.view.session.page;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;

/// Asks the user for files of one kind. Waits for the answer; empty if the user cancelled.
public interface FileChoice {

    /// A kind of files.
    ///
    /// @param directory the setting that remembers the last directory
    /// @param textKeys what the keys of its texts begin with: `model.chooser.`
    /// @param patterns of file names: `*.model`
    record Kind(String directory, String textKeys, List<String> patterns) {

        /// Takes a copy.
        public Kind {
            patterns = List.copyOf(patterns);
        }
    }

    /// A file to be opened.
    Optional<Path> toOpen(Window window);

    /// A file to be written.
    ///
    /// @param name a proposal for its name
    Optional<Path> toSave(Window window, String name);
}
