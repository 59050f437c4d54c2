package org.sipsleuth.app.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javafx.stage.Window;
import org.sipsleuth.app.workbench.chooser.Desktop;
import org.sipsleuth.app.workbench.chooser.FileAsker;
import org.sipsleuth.app.workbench.memory.Settings;
import org.sipsleuth.view.session.page.FileChoice;
import org.sipsleuth.view.ui.Texts;

/// A desktop whose user answers as a test wants.
final class FakeDesktop implements Desktop {

    private final Settings settings;
    private final Path saved;
    private final List<Path> shownFolders = new CopyOnWriteArrayList<>();
    private volatile List<Path> chosen = List.of();
    private volatile Optional<Path> place = Optional.empty();
    private volatile boolean hasFolders = true;
    private volatile String title = "";

    /// @param saved where captured packets are saved
    FakeDesktop(Settings settings, Path saved) {
        this.settings = settings;
        this.saved = saved;
    }

    /// The user will choose these when asked for captures to open, and the first of them when asked
    /// for another file.
    void willChoose(Path... files) {
        chosen = List.of(files);
    }

    /// The user will choose this when asked where to save something.
    void willSaveTo(Path file) {
        place = Optional.of(file);
    }

    /// The title of the dialog in which the user was asked last for another file to open.
    String title() {
        return title;
    }

    /// There is no file manager from now on.
    void hasNoFolders() {
        hasFolders = false;
    }

    /// The files that were shown in the file manager.
    List<Path> shownFolders() {
        return shownFolders;
    }

    @Override
    public void capturesToOpen(Window owner, Consumer<List<Path>> then) {
        if (!chosen.isEmpty()) {
            then.accept(chosen);
        }
    }

    @Override
    public void folderToSearch(Window owner, Consumer<Path> then) {
        if (!chosen.isEmpty()) {
            then.accept(chosen.getFirst());
        }
    }

    @Override
    public Optional<Path> captureToSave(Window owner) {
        return Optional.of(saved);
    }

    @Override
    public FileChoice files(FileChoice.Kind kind) {
        FileChoice asker = new FileAsker(settings, kind);
        return new FileChoice() {
            @Override
            public Optional<Path> toOpen(Window window) {
                title = Texts.text(kind.textKeys() + "open");
                return chosen.isEmpty() ? asker.toOpen(window) : Optional.of(chosen.getFirst());
            }

            @Override
            public Optional<Path> toSave(Window window, String name) {
                return place.isPresent() || chosen.isEmpty() ? place.or(() -> asker.toSave(window, name))
                        : Optional.of(chosen.getFirst());
            }
        };
    }

    @Override
    public void show(Path file) throws IOException {
        if (!hasFolders) {
            throw new IOException("No file manager is available. The file is " + file);
        }
        shownFolders.add(file);
    }
}
