package org.sipsleuth.view.dialogs;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sipsleuth.view.dialogs.compare.Comparisons;
import org.sipsleuth.view.dialogs.search.SearchView;
import org.sipsleuth.view.message.MessageView;
import org.sipsleuth.view.session.filter.ConditionMenu;

/// The raw message, or the comparison that replaces it, below the search in messages.
final class MessagePanel {

    private final MessageView message;
    private final SearchView search;
    private final Comparisons comparisons;

    MessagePanel(MessageView message, SearchView search, Comparisons comparisons) {
        this.message = message;
        this.search = search;
        this.comparisons = comparisons;
    }

    /// Builds the panel.
    Node build() {
        Node lower = comparisons.inPlaceOfMessage(message.root());
        VBox.setVgrow(lower, Priority.ALWAYS);
        return new VBox(search.root(), lower);
    }

    void openSearch() {
        search.open();
    }

    /// Handles a key of the search, wherever the focus is in the page.
    boolean handle(KeyEvent event) {
        return search.commands().handle(event);
    }

    void filterBy(ConditionMenu filter) {
        message.filterBy(filter);
    }
}
