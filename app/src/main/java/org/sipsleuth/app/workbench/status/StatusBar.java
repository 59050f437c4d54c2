package org.sipsleuth.app.workbench.status;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.sipsleuth.app.workbench.loading.CaptureLoader;
import org.sipsleuth.app.workbench.loading.OpenCaptures;
import org.sipsleuth.app.workbench.loading.WorkbenchState;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Live;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Loading;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Whole;
import org.sipsleuth.app.workbench.loading.WorkbenchViewModel;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.filter.FilterModel;
import org.sipsleuth.view.ui.Views;

/// The line below everything.
public final class StatusBar {

    private final StatusBarViewModel model;
    private final FileHashes hashes;
    private final Parent root;

    /// What the views show less of.
    public record Choice(SelectionModel selection, FilterModel filter) {}

    /// @param choice is shown, and can be cleared
    /// @param background where files are hashed
    /// @param openAccount what a click on the frames that were not read does
    /// @param dropKeyLogs reads the open captures again without key logs
    /// @param live the controls of a live capture
    public StatusBar(WorkbenchViewModel workbench, CaptureLoader loader, Choice choice, Executor background,
            Runnable openAccount, Runnable dropKeyLogs, Node live) {
        model = new StatusBarViewModel(choice.selection(), choice.filter());
        hashes = new FileHashes(background);
        root = Views.load("StatusBar.fxml",
                new StatusBarController(model, hashes, loader, openAccount, dropKeyLogs, live));
        workbench.stateProperty().subscribe(this::show);
    }

    /// The bar.
    public Parent root() {
        return root;
    }

    private void show(WorkbenchState state) {
        state.index().ifPresentOrElse(model::show, model::showNothing);
        switch (state) {
            case Loading _ -> {
                hashes.showNothing();
                model.showKeyLogs(Optional.empty());
            }
            case Live live -> {
                hashes.showNothing();
                model.showKeyLogs(Optional.of(live.keyLogs()));
            }
            case Whole whole -> {
                whole.investigation().ifPresentOrElse(hashes::show, hashes::showNothing);
                model.showKeyLogs(whole.investigation().map(OpenCaptures::keyLogs));
            }
        }
    }
}
