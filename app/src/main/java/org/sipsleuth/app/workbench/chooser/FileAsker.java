package org.sipsleuth.app.workbench.chooser;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.workbench.memory.Settings;
import org.sipsleuth.view.session.page.FileChoice;

/// Asks for files of one kind by the system's dialog, in the directory of the last answer.
public final class FileAsker implements FileChoice {

    private final Settings settings;
    private final Kind kind;

    public FileAsker(Settings settings, Kind kind) {
        this.settings = settings;
        this.kind = kind;
    }

    @Override
    public Optional<Path> toOpen(Window window) {
        return remembered(chooser("open").showOpenDialog(window));
    }

    @Override
    public Optional<Path> toSave(Window window, String name) {
        FileChooser chooser = chooser("save");
        chooser.setInitialFileName(name);
        return remembered(chooser.showSaveDialog(window));
    }

    private FileChooser chooser(String purpose) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(text(kind.textKeys() + purpose));
        chooser.getExtensionFilters()
                .addAll(new ExtensionFilter(text(kind.textKeys() + "kind"), kind.patterns()),
                        new ExtensionFilter(text("workbench.chooser.all"), "*"));
        settings.get(kind.directory()).map(File::new).filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    private Optional<Path> remembered(@Nullable File file) {
        if (file == null) {
            return Optional.empty();
        }
        settings.put(kind.directory(), file.getAbsoluteFile().getParent());
        settings.save();
        return Optional.of(file.toPath());
    }
}
