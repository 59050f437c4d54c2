package org.sipsleuth.app.workbench.page;

import javafx.scene.Parent;
import org.sipsleuth.app.workbench.loading.CaptureLoader;
import org.sipsleuth.app.workbench.loading.WorkbenchViewModel;
import org.sipsleuth.view.ui.Views;

/// What is known of captures of which no message was read yet.
public final class LoadingPage {

    private final Parent root;

    public LoadingPage(WorkbenchViewModel workbench, CaptureLoader loader) {
        root = Views.load("Loading.fxml", new LoadingController(workbench, loader));
    }

    /// The page.
    public Parent root() {
        return root;
    }
}
