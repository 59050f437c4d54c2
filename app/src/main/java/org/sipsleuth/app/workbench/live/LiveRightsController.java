package org.sipsleuth.app.workbench.live;

import static org.sipsleuth.view.ui.Texts.text;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.sipsleuth.app.workbench.shell.CommandCopy;

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
                .bind(Bindings.createStringBinding(this::words, model.missingProperty(), model.commandProperty()));
        command.textProperty().bind(model.commandProperty());
        commandBox.visibleProperty().bind(model.commandProperty().isNotEmpty());
        commandBox.managedProperty().bind(commandBox.visibleProperty());
    }

    private String words() {
        String missing = model.missingProperty().get();
        if (missing.isEmpty()) {
            return text("workbench.live.rights.granted");
        }
        return model.commandProperty().get().isEmpty() ? missing : text("workbench.live.rights.missing", missing);
    }

    @FXML
    private void copy() {
        CommandCopy.copy(model.commandProperty().get());
        copy.setText(text("workbench.live.rights.copied"));
    }
}
