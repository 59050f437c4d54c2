package org.sipsleuth.view.legs;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import org.sipsleuth.dialog.leg.Legs;
import org.sipsleuth.view.session.leg.LegRun;
import org.sipsleuth.view.ui.Memory;
import org.sipsleuth.view.ui.Views;

/// A page with the settings of the search for legs. Used on the JavaFX thread.
public final class LegSettingsView {

    private final LegSettingsController controller;
    private final Parent root;

    /// @param run searches for legs
    /// @param legs what it found
    /// @param memory what was chosen before
    /// @param close takes the page away
    public LegSettingsView(LegRun run, ObservableValue<Optional<Legs>> legs, Memory memory, Runnable close) {
        LegSettingsViewModel model = new LegSettingsViewModel(memory, run::use);
        legs.subscribe(model::show);
        controller = new LegSettingsController(model, close);
        root = Views.load("LegSettings.fxml", controller);
    }

    /// The page.
    public Parent root() {
        return root;
    }

    /// Moves the focus into the page.
    public void focus() {
        controller.focus();
    }
}
