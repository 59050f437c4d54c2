package org.sipsleuth.app.workbench.chooser;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.Window;
import org.sipsleuth.view.session.page.FileChoice;
import org.sipsleuth.view.ui.folder.FolderOpener;

/// The user's desktop: asks for files by its dialogs and shows files in its file manager. What asks
/// does so on the JavaFX thread and waits for the answer.
public interface Desktop extends FolderOpener {

    /// Asks for captures and key logs to open, once the disk has answered where to begin.
    ///
    /// @param then gets the answer, unless the user cancels
    void capturesToOpen(Window owner, Consumer<List<Path>> then);

    /// Asks for a folder of captures, once the disk has answered where to begin.
    ///
    /// @param then gets the answer, unless the user cancels
    void folderToSearch(Window owner, Consumer<Path> then);

    /// Asks where captured packets are saved; empty if the user cancels.
    Optional<Path> captureToSave(Window owner);

    /// What asks for files of one kind.
    FileChoice files(FileChoice.Kind kind);
}
