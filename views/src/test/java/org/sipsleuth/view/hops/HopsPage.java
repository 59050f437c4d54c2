package org.sipsleuth.view.hops;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Parent;
import org.sipsleuth.view.session.page.Page;
import org.sipsleuth.view.session.page.Workplace;
import org.sipsleuth.view.ui.Views;
import org.sipsleuth.view.ui.command.Command;
import org.sipsleuth.view.ui.command.CommandGroup;

/// Lists the sources of requests with many hops. Used on the JavaFX thread.
public final class HopsPage implements Page {

    private final HopsViewModel model;
    private final Parent root;
    private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper("");

    public HopsPage(Workplace place) {
        model = new HopsViewModel(place.session().stateProperty(), place.selection());
        root = Views.load("Hops.fxml", new HopsController(model));
        badge.bind(model.findingsProperty().map(found -> found.isEmpty() ? "" : Integer.toString(found.size())));
    }

    @Override
    public String id() {
        return "hops";
    }

    @Override
    public String icon() {
        return "fth-corner-up-right";
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public ReadOnlyStringProperty badge() {
        return badge.getReadOnlyProperty();
    }

    @Override
    public Optional<CommandGroup> commands() {
        return Optional
                .of(new CommandGroup("hops.help", List.of(Command.of("hops.select.all", "Shift+A", model::selectAll))));
    }
}
