package org.sipsleuth.view.sequence.model;

import java.util.concurrent.Executor;
import javafx.scene.Parent;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.view.sequence.session.AnalysisRun;
import org.sipsleuth.view.sequence.session.ModelInUse;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.page.FileChoice;
import org.sipsleuth.view.ui.Views;

/// The page of the model. Used on the JavaFX thread.
public final class ModelPage {

    private final Parent root;

    /// @param models the model in use
    /// @param analysis the open capture and its analysis
    /// @param selection receives the dialogs selected in a comparison
    /// @param files chooses model files
    /// @param methods find the incidents of a baseline
    /// @param training trains; one thread
    /// @param quick saves and compares
    /// @param program the program version, recorded in new models
    /// @param close closes the page
    public ModelPage(ModelInUse models, AnalysisRun analysis, Methods methods, SelectionModel selection,
            FileChoice files, Executor training, Executor quick, String program, Runnable close) {
        root = Views.load("Model.fxml",
                new ModelPageController(models, analysis, files, quick, close,
                        new TrainingController(models, analysis, new TrainingRun(methods, training, program)),
                        new ComparisonController(models, analysis, selection, files, new ComparisonRun(quick), close)));
    }

    /// The page.
    public Parent root() {
        return root;
    }
}
