package org.sipsleuth.app.workbench.page;

import java.nio.file.Path;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.Parent;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.view.ui.Views;

/// What is seen before the first capture: what this is, and how to begin.
public final class StartPage {

    private final Parent root;

    public StartPage(Opener opener, ObservableList<List<Path>> recent, List<SampleCapture> samples) {
        root = Views.load("Start.fxml", new StartController(opener, recent, samples));
    }

    /// The page.
    public Parent root() {
        return root;
    }
}
