package org.sipsleuth.app.workbench.palette;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Parent;
import org.sipsleuth.view.ui.Views;
import org.sipsleuth.view.ui.command.CommandGroup;

/// A page with a field to find commands in. Used on the JavaFX thread.
public final class PaletteView {

    private final PaletteController controller;
    private final Parent root;

    /// @param groups what can be done
    /// @param show puts the page over all else
    /// @param hide takes it away
    public PaletteView(List<CommandGroup> groups, Consumer<Parent> show, Runnable hide) {
        controller = new PaletteController(groups, () -> show.accept(root()), hide);
        root = Views.load("Palette.fxml", controller);
    }

    private Parent root() {
        return root;
    }

    /// Shows it, ready for a new search.
    public void open() {
        controller.open();
    }
}
