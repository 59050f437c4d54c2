package org.sipsleuth.view.ngram;

import java.util.Optional;
import javafx.scene.Parent;
import org.sipsleuth.ngram.detection.NgramModel;
import org.sipsleuth.truth.read.IndexTruth;
import org.sipsleuth.view.session.page.Page;
import org.sipsleuth.view.session.page.Workplace;
import org.sipsleuth.view.ui.Views;
import org.sipsleuth.view.ui.command.CommandGroup;

/// The page of anomalous messages. Used on the JavaFX thread.
public final class AnomaliesPage implements Page {

    private final AnomaliesViewModel model;
    private final AnomaliesController controller;
    private final Parent root;

    public AnomaliesPage(Workplace place) {
        model = new AnomaliesViewModel(place.selection(), place.background().pool());
        controller = new AnomaliesController(model, place);
        root = Views.load("Anomalies.fxml", controller);
        place.session().stateProperty().subscribe(model::follow);
    }

    @Override
    public String id() {
        return "anomalies";
    }

    @Override
    public String icon() {
        return "fth-thermometer";
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
    public Optional<CommandGroup> commands() {
        return Optional.of(controller.commands());
    }

    @Override
    public void showTruth(Optional<IndexTruth> truth) {
        model.showTruth(truth);
    }
}
