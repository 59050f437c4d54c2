package org.sipsleuth.view.dialogs.search;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.search.SearchHits;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.ui.Views;
import org.sipsleuth.view.ui.command.Command;
import org.sipsleuth.view.ui.command.CommandGroup;

/// A bar that searches the text of all messages. Used on the JavaFX thread.
public final class SearchView {

    private final SearchViewModel model;
    private final SearchController controller;
    private final Parent root;
    private final List<Command> commands;

    /// @param selection gets the message that the user goes to
    /// @param leave where the focus goes when the bar closes
    public SearchView(SelectionModel selection, Runnable leave) {
        model = new SearchViewModel(selection, new SearchRuns());
        controller = new SearchController(model, selection, leave);
        root = Views.load("Search.fxml", controller);
        commands = List.of(Command.of("dialogs.command.search.open", "Ctrl+Shift+F", controller::open),
                Command.when("dialogs.command.search.next", "F3", () -> stepped(model::next)),
                Command.when("dialogs.command.search.previous", "Shift+F3", () -> stepped(model::previous)));
    }

    private boolean stepped(Runnable step) {
        step.run();
        return model.hits().stream().anyMatch(hits -> hits.size() > 0);
    }

    /// The node to put above the messages; takes no room while it is closed.
    public Parent root() {
        return root;
    }

    /// What can be done here.
    public CommandGroup commands() {
        return new CommandGroup("dialogs.command.search", commands);
    }

    /// Opens the bar, ready to type.
    public void open() {
        controller.open();
    }

    /// What was found; empty while nothing is searched for.
    public ObservableValue<Optional<SearchHits>> hits() {
        return model.stateProperty().map(_ -> model.hits());
    }

    /// Which place of the current message the user is at, from 0.
    public ReadOnlyIntegerProperty placeProperty() {
        return model.placeProperty();
    }

    /// Searches from now on in this index.
    public void show(SipIndex index) {
        model.show(index);
    }

    /// There is nothing to search in.
    public void showNothing() {
        model.showNothing();
    }
}
