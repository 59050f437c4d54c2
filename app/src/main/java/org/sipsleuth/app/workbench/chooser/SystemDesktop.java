package org.sipsleuth.app.workbench.chooser;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import org.sipsleuth.app.workbench.memory.Settings;
import org.sipsleuth.view.session.page.FileChoice;
import org.sipsleuth.view.ui.folder.SystemFolders;

/// The desktop of the operating system. Its dialogs begin in the directory of the last answer.
public final class SystemDesktop implements Desktop {

    private final Settings settings;
    private final CaptureChooser captures;
    private final LastFolder searched;
    private final SystemFolders folders = new SystemFolders();

    /// @param settings where the directories are remembered
    public SystemDesktop(Settings settings) {
        this.settings = settings;
        captures = new CaptureChooser(settings);
        searched = new LastFolder(settings, "find.directory");
    }

    @Override
    public void capturesToOpen(Window owner, Consumer<List<Path>> then) {
        captures.choose(owner, then);
    }

    @Override
    public void folderToSearch(Window owner, Consumer<Path> then) {
        searched.find(directory -> {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(text("workbench.find.title"));
            directory.ifPresent(chooser::setInitialDirectory);
            File folder = chooser.showDialog(owner);
            if (folder != null) {
                searched.remember(folder);
                then.accept(folder.toPath());
            }
        });
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
