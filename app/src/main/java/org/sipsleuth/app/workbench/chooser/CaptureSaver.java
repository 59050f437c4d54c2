package org.sipsleuth.app.workbench.chooser;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.sipsleuth.app.workbench.memory.Settings;

/// Asks by the system's dialog where captured packets are saved, in the directory of the last
/// answer.
final class CaptureSaver {

    private static final String DIRECTORY = "saver.directory";

    private final Settings settings;

    CaptureSaver(Settings settings) {
        this.settings = settings;
    }

    /// Asks, and waits for the answer; none if the user thought better of it.
    Optional<Path> choose(Window window) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(text("workbench.live.save.title"));
        chooser.setInitialFileName(text("workbench.live.save.name"));
        settings.get(DIRECTORY).map(File::new).filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        File file = chooser.showSaveDialog(window);
        if (file == null) {
            return Optional.empty();
        }
        settings.put(DIRECTORY, file.getAbsoluteFile().getParent());
        settings.save();
        return Optional.of(file.toPath());
    }
}
