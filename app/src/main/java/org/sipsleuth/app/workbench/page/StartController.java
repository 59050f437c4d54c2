package org.sipsleuth.app.workbench.page;

import java.nio.file.Path;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.layout.VBox;
import org.sipsleuth.app.workbench.loading.CaptureNames;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.view.ui.Texts;

/// Fills the start page with recent files and samples.
final class StartController {

    private final Opener opener;
    private final ObservableList<List<Path>> recent;
    private final List<SampleCapture> samples;

    @FXML private VBox recentList;
    @FXML private VBox sampleList;

    StartController(Opener opener, ObservableList<List<Path>> recent, List<SampleCapture> samples) {
        this.opener = opener;
        this.recent = recent;
        this.samples = List.copyOf(samples);
    }

    @FXML
    private void initialize() {
        recent.addListener((ListChangeListener<List<Path>>) _ -> showRecent());
        showRecent();
        sampleList.getChildren().addAll(new SampleEntries(samples, opener::openSample).nodes());
    }

    private void showRecent() {
        recentList.getChildren().clear();
        for (List<Path> files : recent) {
            recentList.getChildren()
                    .add(new StartEntry(CaptureNames.of(files), CaptureNames.directoryOf(files),
                            () -> opener.open(files)));
        }
        if (recent.isEmpty()) {
            recentList.getChildren().add(StartEntry.details(Texts.text("workbench.start.recent.none")));
        }
    }

    @FXML
    private void ask() {
        opener.ask();
    }
}
