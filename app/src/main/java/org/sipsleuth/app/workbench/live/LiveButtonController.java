package org.sipsleuth.app.workbench.live;

import static org.sipsleuth.view.ui.Texts.text;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.sipsleuth.app.workbench.shell.CommandCopy;

/// Binds the button that begins a live capture.
final class LiveButtonController {

    private final LiveViewModel model;
    private final Runnable choose;

    @FXML private Node holder;
    @FXML private Button live;
    @FXML private Button copyCommand;
    @FXML private Tooltip commandTip;

    LiveButtonController(LiveViewModel model, Runnable choose) {
        this.model = model;
        this.choose = choose;
    }

    /// A disabled button gets no mouse events, so what holds it says why it is disabled. Where no
    /// packets can be captured, reports can still be received.
    @FXML
    private void initialize() {
        StringBinding reason =
                Bindings.createStringBinding(() -> model.runningProperty().get() ? text("workbench.live.button.running")
                        : model.obstacleProperty().get(), model.runningProperty(), model.obstacleProperty());
        live.disableProperty()
                .bind(model.runningProperty()
                        .or(model.obstacleProperty().isEqualTo(text("workbench.live.obstacle.unknown"))));
        Tooltip tip = new Tooltip();
        tip.setWrapText(true);
        tip.setMaxWidth(560);
        tip.textProperty()
                .bind(Bindings.when(reason.isEmpty()).then(text("workbench.live.button.tip")).otherwise(reason));
        Tooltip.install(holder, tip);
        holder.accessibleTextProperty().bind(tip.textProperty());
        commandTip.textProperty()
                .bind(model.commandProperty().map(command -> text("workbench.live.obstacle.copy.tip", command)));
        copyCommand.visibleProperty().bind(model.commandProperty().isNotEmpty());
        copyCommand.managedProperty().bind(copyCommand.visibleProperty());
    }

    @FXML
    private void copyCommand() {
        CommandCopy.copy(model.commandProperty().get());
    }

    @FXML
    private void choose() {
        choose.run();
    }
}
