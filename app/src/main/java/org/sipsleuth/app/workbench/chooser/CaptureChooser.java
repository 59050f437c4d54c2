package org.sipsleuth.app.workbench.chooser;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.sipsleuth.app.workbench.memory.Settings;
import org.sipsleuth.capture.name.FileName;

/// Asks for captures by the system's dialog, in the directory of the last answer.
final class CaptureChooser {

    private static final String DIRECTORY = "chooser.directory";

    private final Settings settings;

    CaptureChooser(Settings settings) {
        this.settings = settings;
    }

    /// Asks, and waits for the answer; none if the user thought better of it.
    List<Path> choose(Window window) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(text("workbench.chooser.title"));
        chooser.getExtensionFilters()
                .addAll(new ExtensionFilter(text("workbench.chooser.captures"), "*.pcap", "*.pcapng", "*.cap",
                        "*.pcap.gz", "*.pcapng.gz"),
                        new ExtensionFilter(text("workbench.chooser.key.logs"), "*.keys", "*.keylog", "*.log", "*.txt"),
                        new ExtensionFilter(text("workbench.chooser.all"), "*"));
        settings.get(DIRECTORY).map(File::new).filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        List<File> files = chooser.showOpenMultipleDialog(window);
        if (files == null || files.isEmpty()) {
            return List.of();
        }
        settings.put(DIRECTORY, files.getFirst().getAbsoluteFile().getParent());
        settings.save();
        return files.stream().map(file -> FileName.find(file.toPath())).toList();
    }
}
