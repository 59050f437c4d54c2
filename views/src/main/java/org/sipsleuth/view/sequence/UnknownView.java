package org.sipsleuth.view.sequence;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import org.sipsleuth.truth.read.IndexTruth;
import org.sipsleuth.view.sequence.session.AnalysisRun;
import org.sipsleuth.view.sequence.session.Fit;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.ui.Views;
import org.sipsleuth.view.ui.chart.ChartLook;

/// The view of unknown dialogs. Used on the JavaFX thread.
public final class UnknownView {

    private final UnknownViewModel model;
    private final Parent root;

    /// @param selection the selection that it shows and sets
    /// @param analysis what it shows
    /// @param fit whether the model suits the capture
    /// @param background where it computes
    /// @param openModel shows the page of the model
    public UnknownView(SelectionModel selection, AnalysisRun analysis, ObservableValue<Fit> fit, Executor background,
            Runnable openModel) {
        model = new UnknownViewModel(selection, analysis, fit, background);
        root = Views.load("Unknown.fxml", new UnknownController(model, openModel));
        background.execute(ChartLook::warmUp);
    }

    /// The node to put into a window.
    public Parent root() {
        return root;
    }

    /// Shows what the dialogs really are, or hides it.
    public void showTruth(Optional<IndexTruth> truth) {
        model.showTruth(truth);
    }
}
