package org.sipsleuth.app.workbench.sequence;

import org.sipsleuth.view.fx.sequence.AnalysisRun;
import org.sipsleuth.view.fx.sequence.ModelInUse;

import java.util.concurrent.Executor;

/// The parts of the window that tell known dialogs from unknown ones. Used on the JavaFX thread.
public final class SequenceControls {

    private final ModelInUse models;
    private final AnalysisRun analysis;

    /// @param background one thread: opens models and looks at captures with them
    public SequenceControls(Executor background) {
        models = new ModelInUse(background);
        analysis = new AnalysisRun(models, background);
        models.openShipped();
    }

    /// The model that all views work with.
    public ModelInUse models() {
        return models;
    }

    /// What it says of the open capture.
    public AnalysisRun analysis() {
        return analysis;
    }
}
