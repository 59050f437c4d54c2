package org.sipsleuth.view.flood;

import java.util.Optional;
import javafx.scene.Parent;
import org.sipsleuth.flood.detection.FloodModel;
import org.sipsleuth.truth.read.IndexTruth;
import org.sipsleuth.view.session.page.Page;
import org.sipsleuth.view.session.page.Workplace;
import org.sipsleuth.view.ui.Views;
import org.sipsleuth.view.ui.command.CommandGroup;

/// The page of INVITE floods. Used on the JavaFX thread.
public final class FloodsPage implements Page {

    private final FloodsViewModel model;
    private final FloodsController controller;
    private final Parent root;

    public FloodsPage(Workplace place) {
        model = new FloodsViewModel(place.session().stateProperty(), place.selection(), place.background().pool());
        controller = new FloodsController(model, place);
        root = Views.load("Floods.fxml", controller);
    }

    @Override
    public String id() {
        return "floods";
    }

    @Override
    public String icon() {
        return "fth-activity";
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<String> shownMethod() {
        return Optional.of(FloodModel.KIND);
    }

    @Override
    public Optional<CommandGroup> commands() {
        return Optional.of(controller.commands());
    }

    @Override
    public void showTruth(Optional<IndexTruth> truth) {
        model.showTruth(truth);
    }

    @Override
    public void present(boolean isPresenting) {
        controller.present(isPresenting);
    }
}
