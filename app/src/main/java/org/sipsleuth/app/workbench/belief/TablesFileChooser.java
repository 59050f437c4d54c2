package org.sipsleuth.app.workbench.belief;

import static org.sipsleuth.view.fx.Texts.text;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.workbench.memory.Settings;
import org.sipsleuth.view.belief.table.TableFiles;

/// Asks for files with tables by the system's dialog, in the directory of the last answer.
public final class TablesFileChooser implements TableFiles {

    private static final String DIRECTORY = "tables.directory";

    private final Settings settings;

    public TablesFileChooser(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<Path> toOpen(Window window) {
        return remembered(chooser("beliefs.tables.chooser.open").showOpenDialog(window));
    }

    @Override
    public Optional<Path> toSave(Window window, String name) {
        FileChooser chooser = chooser("beliefs.tables.chooser.save");
        chooser.setInitialFileName(name);
        return remembered(chooser.showSaveDialog(window));
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(text(title));
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter(text("beliefs.tables.chooser.kind"), "*.yaml", "*.yml"),
                        new ExtensionFilter(text("workbench.chooser.all"), "*"));
        settings.get(DIRECTORY)
                .map(File::new)
                .filter(File::isDirectory)
                .ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    private Optional<Path> remembered(@Nullable File file) {
        if (file == null) {
            return Optional.empty();
        }
        settings.put(DIRECTORY, file.getAbsoluteFile().getParent());
        settings.save();
        return Optional.of(file.toPath());
    }
}
