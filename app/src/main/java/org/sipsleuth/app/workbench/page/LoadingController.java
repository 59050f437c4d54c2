package org.sipsleuth.app.workbench.page;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import org.sipsleuth.app.workbench.loading.CaptureLoader;
import org.sipsleuth.app.workbench.loading.CaptureNames;
import org.sipsleuth.app.workbench.loading.WorkbenchState;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Loading;
import org.sipsleuth.app.workbench.loading.WorkbenchViewModel;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.view.ui.Texts;

/// Binds the loading page to the run.
final class LoadingController {

    private final WorkbenchViewModel workbench;
    private final CaptureLoader loader;

    @FXML private Label title;
    @FXML private Label known;
    @FXML private ProgressBar progress;

    LoadingController(WorkbenchViewModel workbench, CaptureLoader loader) {
        this.workbench = workbench;
        this.loader = loader;
    }

    @FXML
    private void initialize() {
        progress.progressProperty().bind(loader.progressProperty());
        workbench.stateProperty().subscribe(this::show);
    }

    private void show(WorkbenchState state) {
        if (state instanceof Loading loading) {
            title.setText(Texts.text("workbench.loading.title", CaptureNames.of(loading.request())));
            long frames = loading.partial()
                    .stream()
                    .flatMap(index -> index.files().stream())
                    .mapToLong(CaptureSummary::frames)
                    .sum();
            known.setText(Texts.text("workbench.loading.known", frames));
        }
    }

    @FXML
    private void cancel() {
        loader.cancel();
    }
}
