package org.sipsleuth.app.workbench.page;

import java.nio.file.Path;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.sipsleuth.app.workbench.loading.CaptureNames;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.view.fx.Texts;

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
        for (SampleCapture sample : samples) {
            Button entry = entry(sample.name(), sample.story());
            entry.setOnAction(_ -> opener.openSample(sample));
            sampleList.getChildren().add(entry);
        }
    }

    private void showRecent() {
        recentList.getChildren().clear();
        for (List<Path> files : recent) {
            Button entry = entry(CaptureNames.of(files), CaptureNames.directoryOf(files));
            entry.setOnAction(_ -> opener.open(files));
            recentList.getChildren().add(entry);
        }
        if (recent.isEmpty()) {
            Label none = new Label(Texts.text("workbench.start.recent.none"));
            none.setWrapText(true);
            none.getStyleClass().add("entry-details");
            recentList.getChildren().add(none);
        }
    }

    private static Button entry(String name, String details) {
        Label title = new Label(name);
        title.getStyleClass().add("entry-name");
        Label more = new Label(details);
        more.getStyleClass().add("entry-details");
        more.setWrapText(true);
        Button entry = new Button(name, new VBox(title, more));
        entry.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        entry.getStyleClass().addAll("flat", "entry");
        entry.setMaxWidth(Double.MAX_VALUE);
        return entry;
    }

    @FXML
    private void ask() {
        opener.ask();
    }
}
