package org.sipsleuth.view.message;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.search.SearchTerm;
import org.sipsleuth.view.session.filter.ConditionMenu;
import org.sipsleuth.view.ui.Views;

/// One message as raw text with syntax colours and its defects marked. Used on the JavaFX thread.
public final class MessageView {

    private final MessageViewModel model = new MessageViewModel();
    private final MessageController controller = new MessageController(model);
    private final Parent root = Views.load("Message.fxml", controller);

    /// The node to put into a window.
    public Node root() {
        return root;
    }

    /// Shows a message of this index.
    public void show(SipIndex index, int message) {
        model.show(index, message);
    }

    /// Shows that no message is chosen.
    public void showNothing() {
        model.showNothing();
    }

    /// Offers to filter by what the pointer, or the caret, is on.
    public void filterBy(ConditionMenu filter) {
        controller.filterBy(filter);
    }

    /// Marks what is searched for in this and the next messages, or marks nothing.
    public void mark(Optional<SearchTerm> term) {
        model.mark(term);
    }

    /// Scrolls to a marked place of the message, the first being 0.
    public void goToMark(int place) {
        controller.goToMark(place);
    }

    /// Moves the keyboard focus into the text.
    public void focusText() {
        controller.focusText();
    }
}
