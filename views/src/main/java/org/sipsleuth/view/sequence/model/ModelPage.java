package org.sipsleuth.view.sequence.model;

import java.util.concurrent.Executor;
import javafx.scene.Parent;
import org.sipsleuth.view.fx.SelectionModel;
import org.sipsleuth.view.fx.Views;
import org.sipsleuth.view.fx.sequence.AnalysisRun;
import org.sipsleuth.view.fx.sequence.ModelInUse;

/// The page of the model. Used on the JavaFX thread.
public final class ModelPage {

    /// What the page works with.
    ///
    /// @param models the model in use
    /// @param analysis knows the open capture
    /// @param selection what the comparison chooses dialogs in
    public record Subjects(ModelInUse models, AnalysisRun analysis, SelectionModel selection) {}

    /// What the page needs from outside.
    ///
    /// @param files asks for model files
    /// @param training one thread: trains
    /// @param quick saves and compares
    /// @param program the version of the program, for the facts of new models
    /// @param close takes the page away
    public record Surroundings(
            ModelFiles files, Executor training, Executor quick, String program, Runnable close) {}

    private final Parent root;

    public ModelPage(Subjects subjects, Surroundings outside) {
        root = Views.load("Model.fxml", new ModelPageController(subjects, outside));
    }

    /// The page.
    public Parent root() {
        return root;
    }
}
