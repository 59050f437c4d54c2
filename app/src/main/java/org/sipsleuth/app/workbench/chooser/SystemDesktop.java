package org.sipsleuth.app.workbench.chooser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.Window;
import org.sipsleuth.app.workbench.memory.Settings;
import org.sipsleuth.view.session.page.FileChoice;
import org.sipsleuth.view.ui.folder.SystemFolders;

/// The desktop of the operating system. Its dialogs begin in the directory of the last answer.
public final class SystemDesktop implements Desktop {

    private final Settings settings;
    private final CaptureChooser captures;
    private final SystemFolders folders = new SystemFolders();

    /// @param settings where the directories are remembered
    public SystemDesktop(Settings settings) {
        this.settings = settings;
        captures = new CaptureChooser(settings);
    }

    @Override
    public void capturesToOpen(Window owner, Consumer<List<Path>> then) {
        captures.choose(owner, then);
    }

    @Override
    public Optional<Path> captureToSave(Window owner) {
        return new CaptureSaver(settings).choose(owner);
    }

    @Override
    public FileChoice files(FileChoice.Kind kind) {
        return new FileAsker(settings, kind);
    }

    @Override
    public void show(Path file) throws IOException {
        folders.show(file);
    }
}
