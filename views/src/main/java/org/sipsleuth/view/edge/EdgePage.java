package org.sipsleuth.view.edge;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import org.sipsleuth.ngram.detection.NgramModel;
import org.sipsleuth.session.SessionState;
import org.sipsleuth.truth.read.IndexTruth;
import org.sipsleuth.view.session.page.Page;
import org.sipsleuth.view.session.page.Workplace;
import org.sipsleuth.view.ui.Views;
import org.sipsleuth.view.ui.command.CommandGroup;

/// The page that replays the capture against a protected border. Used on the JavaFX thread.
public final class EdgePage implements Page {

    private final EdgeViewModel model;
    private final EdgeController controller;
    private final Parent root;

    public EdgePage(Workplace place) {
        EdgeRuns runs = new EdgeRuns(place.background());
        ObservableValue<SessionState> session = place.session().stateProperty();
        ObservableValue<Boolean> settling = Bindings.createBooleanBinding(
                () -> place.session().joiningProperty().get() || session.getValue().isRunning(),
                place.session().joiningProperty(), session);
        model = new EdgeViewModel(session, place.session().foundProperty(), settling, runs);
        controller = new EdgeController(model, runs, place);
        root = Views.load("Edge.fxml", controller);
        root.sceneProperty().subscribe(scene -> model.inSightProperty().set(scene != null));
    }

    @Override
    public String id() {
        return "edge";
    }

    @Override
    public String icon() {
        return "fth-shield";
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<String> shownMethod() {
        return Optional.of(NgramModel.KIND);
    }

    @Override
    public boolean isInspected() {
        return false;
    }

    @Override
    public Optional<CommandGroup> commands() {
        return Optional.of(controller.commands());
    }

    @Override
    public void showTruth(Optional<IndexTruth> truth) {
        model.showTruth(truth);
    }
}
