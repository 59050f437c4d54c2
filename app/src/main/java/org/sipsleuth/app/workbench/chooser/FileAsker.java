package org.sipsleuth.app.workbench.chooser;

import static org.sipsleuth.view.fx.Texts.text;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.workbench.memory.Settings;
import org.sipsleuth.view.belief.table.TableFiles;
import org.sipsleuth.view.sequence.model.ModelFiles;

/// Asks for files of one kind by the system's dialog, in the directory of the last answer.
public final class FileAsker implements ModelFiles, TableFiles {

    /// What files are asked for.
    public enum Kind {
        MODELS("models.directory", "model.chooser.", "*.model"),
        TABLES("tables.directory", "beliefs.tables.chooser.", "*.yaml", "*.yml");

        private final String directory;
        private final String words;

        @SuppressWarnings("ImmutableEnumChecker") // List.of gives one that nobody can change
        private final List<String> names;

        /// @param directory the setting that remembers where the last one was
        /// @param words the beginning of the keys of its texts
        Kind(String directory, String words, String... names) {
            this.directory = directory;
            this.words = words;
            this.names = List.of(names);
        }
    }

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
        chooser.setTitle(text(kind.words + purpose));
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter(text(kind.words + "kind"), kind.names),
                        new ExtensionFilter(text("workbench.chooser.all"), "*"));
        settings.get(kind.directory)
                .map(File::new)
                .filter(File::isDirectory)
                .ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    private Optional<Path> remembered(@Nullable File file) {
        if (file == null) {
            return Optional.empty();
        }
        settings.put(kind.directory, file.getAbsoluteFile().getParent());
        settings.save();
        return Optional.of(file.toPath());
    }
}
