package org.sipsleuth.view.social;

import static org.sipsleuth.view.ui.Texts.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.export.ExportOutput;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.page.FileChoice;

/// Saves the call graph to a file the user chooses; existing files are replaced only after the
/// dialog has asked, open captures never. Used on the JavaFX thread; files are written elsewhere.
final class GraphFiling {

    /// What is asked for when the graph is saved.
    static final FileChoice.Kind GRAPHS =
            new FileChoice.Kind("graphs.directory", "social.file.chooser.", List.of("*.graphml", "*.svg"));

    private final FileChoice files;
    private final Executor background;
    private final Supplier<Optional<SipIndex>> open;
    private final Consumer<String> message;

    /// @param open the open capture
    /// @param message hears whether a file was written
    GraphFiling(FileChoice files, Executor background, Supplier<Optional<SipIndex>> open, Consumer<String> message) {
        this.files = files;
        this.background = background;
        this.open = open;
        this.message = message;
    }

    /// Asks where to, and writes it.
    ///
    /// @param name a proposal for the file's name
    void save(Window window, String name, OutputFile.Content content) {
        files.toSave(window, name).ifPresent(file -> write(file, content));
    }

    private void write(Path file, OutputFile.Content content) {
        OutputRules rules = open.get().map(ExportOutput::confirmed).orElse(OutputRules.CONFIRMED);
        RunTask<@Nullable Void> task = new RunTask<>(_ -> {
            OutputFile.at(file, rules).write(content);
            return null;
        });
        task.setOnSucceeded(_ -> message.accept(text("social.file.written", String.valueOf(file.getFileName()))));
        task.setOnFailed(
                _ -> message.accept(text("social.file.failed", String.valueOf(task.getException().getMessage()))));
        background.execute(task);
    }
}
