package org.sipsleuth.app.workbench.live;

import static org.sipsleuth.view.ui.Texts.text;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/// Binds the note that says whether this user may capture from the network.
final class LiveRightsController {

    private final LiveViewModel model;

    @FXML private Label state;
    @FXML private Node commandBox;
    @FXML private Label command;
    @FXML private Button copy;

    LiveRightsController(LiveViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        state.textProperty()
                .bind(Bindings.when(model.missingProperty().isEmpty())
                        .then(text("workbench.live.rights.granted"))
                        .otherwise(model.missingProperty()));
        command.textProperty().bind(model.commandProperty());
        commandBox.visibleProperty().bind(model.commandProperty().isNotEmpty());
        commandBox.managedProperty().bind(commandBox.visibleProperty());
    }

    @FXML
    private void copy() {
        model.copyCommand();
        copy.setText(text("workbench.live.rights.copied"));
    }
}
