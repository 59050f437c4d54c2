package org.sipsleuth.view.dialogs.ladder;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.view.fx.SelectionModel;
import org.sipsleuth.view.fx.Views;
import org.sipsleuth.view.fx.command.CommandGroup;
import org.sipsleuth.view.message.MessageView;

/// The ladder of dialogs, with a bar to step through it. Used on the JavaFX thread.
public final class LadderView {

    private final LadderViewModel model;
    private final LadderController controller;
    private final Parent root;

    /// @param selection gets the current message, and names it when others choose it
    /// @param message shows the current message
    public LadderView(SelectionModel selection, MessageView message) {
        model = new LadderViewModel(selection);
        controller = new LadderController(model, message);
        root = Views.load("Ladder.fxml", controller);
    }

    /// The node to put into a window.
    public Node root() {
        return root;
    }

    /// Shows dialogs of an index, merged by time.
    public void show(SipIndex index, List<Integer> dialogs) {
        model.show(index, dialogs);
    }

    /// The ladder that is shown.
    public Optional<Ladder> ladder() {
        return Optional.ofNullable(model.rowsProperty().get()).map(LadderRows::ladder);
    }

    /// Shows that no dialog is chosen.
    public void showNothing() {
        model.showNothing();
    }

    /// The message that it stands at, or null if there is none.
    public ReadOnlyObjectProperty<@Nullable CurrentMessage> currentMessageProperty() {
        return model.currentMessageProperty();
    }

    /// What may come after that message, drawn faint below it.
    public ObjectProperty<List<LikelyMessage>> likelyProperty() {
        return model.likelyProperty();
    }

    /// The end of the ladder's bar, for a control that belongs to what lies beside it.
    public Pane barEnd() {
        return controller.barEnd();
    }

    /// What can be done here.
    public CommandGroup commands() {
        return controller.keys().commands();
    }

    /// Moves the keyboard focus onto the ladder.
    public void focus() {
        controller.focus();
    }

    /// Steps if the key is one of those that step also while another control has the focus (←, →,
    /// Space).
    ///
    /// @return whether it was
    public boolean steppedBy(KeyEvent event) {
        return controller.keys().steppedBy(event);
    }
}
