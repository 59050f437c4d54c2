package org.sipsleuth.app.workbench.chooser;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.sipsleuth.app.workbench.memory.Settings;

/// Asks for captures by the system's dialog, in the directory of the last answer. Used on the
/// JavaFX thread.
final class CaptureChooser {

    private static final String DIRECTORY = "chooser.directory";

    private final LastFolder folder;
    private boolean isAsking;

    CaptureChooser(Settings settings) {
        folder = new LastFolder(settings, DIRECTORY);
    }

    /// Asks; a second time only once the first question is answered.
    ///
    /// @param then gets the answer, unless the user thought better of it
    void choose(Window window, Consumer<List<Path>> then) {
        if (!isAsking) {
            isAsking = true;
            folder.find(directory -> {
                try {
                    ask(window, directory, then);
                } finally {
                    isAsking = false;
                }
            });
        }
    }

    private void ask(Window window, Optional<File> directory, Consumer<List<Path>> then) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(text("workbench.chooser.title"));
        chooser.getExtensionFilters()
                .addAll(new ExtensionFilter(text("workbench.chooser.captures"), "*.pcap", "*.pcapng", "*.cap", "*.erf",
                        "*.pcap.gz", "*.pcapng.gz", "*.pcap.zst", "*.pcapng.zst", "*.tar", "*.tar.gz", "*.log", "*.txt",
                        "*.log.gz"), new ExtensionFilter(text("workbench.chooser.cases"), "*.case", "*.zip"),
                        new ExtensionFilter(text("workbench.chooser.key.logs"), "*.keys", "*.keylog", "*.log", "*.txt"),
                        new ExtensionFilter(text("workbench.chooser.all"), "*"));
        directory.ifPresent(chooser::setInitialDirectory);
        List<File> files = chooser.showOpenMultipleDialog(window);
        if (files != null && !files.isEmpty()) {
            folder.remember(files.getFirst());
            then.accept(files.stream().map(File::toPath).toList());
        }
    }
}
