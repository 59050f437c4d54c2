package org.sipsleuth.app.workbench.page;

import java.nio.file.Path;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
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
            sampleList
                    .getChildren()
                    .add(entry(sample.name(), sample.story(), () -> opener.openSample(sample)));
        }
    }

    private void showRecent() {
        recentList.getChildren().clear();
        for (List<Path> files : recent) {
            recentList
                    .getChildren()
                    .add(
                            entry(
                                    CaptureNames.of(files),
                                    CaptureNames.directoryOf(files),
                                    () -> opener.open(files)));
        }
        if (recent.isEmpty()) {
            Label none = new Label(Texts.text("workbench.start.recent.none"));
            none.setWrapText(true);
            none.getStyleClass().add("entry-details");
            recentList.getChildren().add(none);
        }
    }

    private static Node entry(String name, String details, Runnable open) {
        Hyperlink title = new Hyperlink(name);
        title.setMnemonicParsing(false);
        title.setOnAction(_ -> open.run());
        Label more = new Label(details);
        more.getStyleClass().add("entry-details");
        more.setWrapText(true);
        VBox entry = new VBox(title, more);
        entry.getStyleClass().add("entry");
        return entry;
    }

    @FXML
    private void ask() {
        opener.ask();
    }
}
