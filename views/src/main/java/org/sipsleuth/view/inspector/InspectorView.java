package org.sipsleuth.view.inspector;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import javafx.scene.Parent;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.leg.Legs;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.media.MediaStream;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.pipeline.ModelFit;
import org.sipsleuth.pipeline.field.DialogIncidents;
import org.sipsleuth.truth.read.IndexTruth;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.filter.ConditionMenu;
import org.sipsleuth.view.ui.Memory;
import org.sipsleuth.view.ui.Views;

/// What is known about whatever is chosen, in words.
public final class InspectorView {

    private final InspectorViewModel model;
    private final InspectorController controller;
    private final Parent root;
    private final InspectorBar bar;

    /// @param methods whose findings are shown
    /// @param background where files are read
    /// @param memory whether details were open in an earlier window
    public InspectorView(SelectionModel selection, Methods methods, Executor background, Memory memory) {
        model = new InspectorViewModel(selection, methods);
        controller = new InspectorController(model, background, memory);
        root = Views.load("Inspector.fxml", controller);
        bar = new InspectorBar(model, background);
    }

    /// What stands in the place of the inspector while it is closed: a narrow bar with the number
    /// of hints of the chosen dialog.
    ///
    /// @param open opens the inspector
    public Parent bar(Runnable open) {
        return bar.root(open);
    }

    /// The inspector.
    public Parent root() {
        return root;
    }

    /// Speaks of this index from now on.
    public void show(SipIndex index) {
        model.show(index);
    }

    /// Shows or hides the ground truth of dialogs and messages.
    public void showTruth(Optional<IndexTruth> truth) {
        model.showTruth(truth);
    }

    /// Shows what the methods found from now on.
    public void showDetections(List<Detection> detections) {
        model.showDetections(detections);
    }

    /// Shows that these models do not fit the capture.
    public void showMisfits(List<ModelFit> misfits) {
        model.showMisfits(misfits);
    }

    /// Shows which incidents rest on dialogs.
    public void showIncidents(DialogIncidents incidents) {
        model.showIncidents(incidents);
    }

    /// Shows which dialogs are legs of one call.
    public void showLegs(Optional<Legs> legs) {
        model.showLegs(legs);
    }

    /// The ladder stands at this message, which needs not be chosen; or at none.
    public void showCurrent(OptionalInt message) {
        model.showCurrent(message);
    }

    /// The ladder stands at this stream of media, or at a message.
    public void showStream(Optional<MediaStream> stream) {
        model.showStream(stream);
    }

    /// Offers to filter by what facts stand for.
    public void filterBy(ConditionMenu filter) {
        controller.filterBy(filter);
    }

    /// Speaks of no index.
    public void showNothing() {
        model.show(null);
    }
}
